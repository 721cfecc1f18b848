"""Which words of the names of firms and armed bodies say one thing in several languages? Folded, romanised.

Each line is a word of English and what others have for it: Spanish, Portuguese, French, Italian, German, Dutch,
Russian, Ukrainian, Serbian, Turkish, Arabic, Persian, Chinese (Pinyin), Vietnamese, Indonesian. Of general use.
"""

_LINES = """harbour: harbor puerto porto hafen haven liman
center: centre centro zentrum merkezi tsentr
labour: labor
programme: program programa
organisation: organization organizacion organizacao organizzazione
shipping: denizcilik scheepvaart reederei schiffahrt schifffahrt rederij naviera navegacion navegacao
navigazione sudokhodnaya sudokhodstvo keshtirani haiyun chuanwu pelayaran brodarstvo
trading: ticaret handels handelsgesellschaft handelsmaatschappij torgovyy torgovy torgovaya trgovina comptoir
commerce commerciale comercio commercio negoce bazargani tijara tijaraa tejarat tejari maoyi shangmao
perdagangan
industry: sanayi industriya industrie industria industrial industriel industriale promyshlennaya promyshlennost
sanati sanat sanaye shiye gongye
construction: insaat bau bouw constructora construcciones construtora construcao costruzioni stroitelnaya stroy
jianshe jianzhu pembangunan gradnja
machinery: jixie maschinen maschinenbau maquinaria makina mashin mashinostroitelnyy
technology: technik technique tecnologia tecnologica technologie keji jishu teknoloji fanavari
precision: prazisionstechnik prazision precisao precizion
international: guoji mezhdunarodnyy mezhdunarodnaya uluslararasi beynolmelali quoc internasional internazionale
group: jituan gorouh goruh guruh majmoua majmua grup gruppo holdinggesellschaft
company: sherkat sharika sharikat sirketi gongsi preduzece societe sociedade societa empresa kompaniia
bank: bankasi yinhang bankas
exchange: sarafi sarrafi sirafa lilsirafa doviz cambio
gold: aurifere oro ouro zoloto zlato huangjin emas
mining: miniere minera mineracao mineraria mines maden madencilik kuangye rudnik bergbau mijnbouw
gornodobyvayushchaya
oil: petroleum petroleos petrole petrolio neft petrol shiyou neftyanaya naft
gas: gaz gaza
steel: stal celik gangtie acier acero aco acciaio stahl foolad fulad
petrochemical: petrochemicals petroquimica petrochimie petrokimya petroshimi shihua
chemical: chemicals quimica chimie chimica kimya khimicheskiy huaxue shimi
telecom: telecommunications telecommunication telecoms telecomunicaciones telecomunicacoes telekom
transport: nakliyat nakliye tasimacilik transporte trasporti transportnaya yunshu haml
freight: huoyun fracht vracht carga fret gruz
logistics: logistika lojistik wuliu logistica logistique logistik lojistika
insurance: versicherung seguros assurances assurance assicurazioni sigorta bimeh baoxian strakhovaya verzekering
real-estate: inmobiliaria imobiliaria immobiliere immobilien immobiliare gayrimenkul emlak nedvizhimost
fangdichan realty
farming: agropecuaria agricola ganadera agricole agricultural agriculture farms tarim agro nongye
investment: inversiones investimentos investissements investissement investimenti yatirim investitsionnaya touzi
sarmayegozari investeringen beteiligungs
engineering: ingenieria engenharia ingenierie ingegneria muhendislik mohandesi gongcheng inzhiniring
works: zavod fabrika usine fabrica werk werke fabrik gongchang karkhane
research: scientific tahqiq issledovatelskiy nii recherche investigacion pesquisa forschung arastirma yanjiu
tahghighat
institute: inst yanjiusuo enstitu instituti moassese
security: bezopasnost okhrana seguridad seguranca securite sicurezza sicherheit guvenlik anquan
energy: energiya energetika energia energie enerji nengyuan
food: gida alimentos aliments shipin gazaei
pharmaceutical: pharmaceuticals farmaceutica ilac yaoye darou
battalion: batalyon batalion bataljon batallon bataillon katibat katiba kataib
brigade: brigada brigata liwa liwaa tugay
movement: harakat harakah movimiento movimento mouvement dvizhenie rukh pokret hareket bewegung
front: jabhat jabha frontul fronte frente cephe
army: jaysh jaish lashkar ejercitos exercito esercito ordu artesh
militia: milicia milice milizia opolcheniye milis
party: hizb partido partiti partisi partija
volunteer: volunteers dobrovolcheskiy voluntarios volontaires gonullu
defence: defense defensa defesa difesa oborona savunma defa
people: peoples pueblo povo peuple popolo volk popular narodnyy popolare populaire halk
liberation: liberacion libertacao osvobozhdeniya tahrir kurtulus
youth: shabab juventud jeunesse molodezh genclik
islamic: islami islamico islamique islamiya
east: shargh sharq oriental eastern vostok vostochnyy dogu dong este leste est ost oost
west: gharb western zapad zapadnyy bati oeste ouest occidental
north: northern severny severnyy shomal norte nord noord kuzey sever
south: southern yuzhnyy yug jonoub sur sul sud zuid guney
white: bely belyy beliy beli blanco blanca blanche blanc branco bianco weiss wit beyaz sefid
red: krasny krasnyy crveni rojo roja rouge vermelho rosso rot kirmizi
black: chorny chernyy chorniy crni negro negra noir preto nero schwarz zwart kara
green: zelenyy zeleni verde vert grun groen yesil sabz
blue: goluboy siniy plavi azul bleu azzurro blau blauw mavi abi
golden: zolotoy zlatni dorado dorada dore dourado dorato goldene altin talaei
silver: serebryanyy srebrni plata argent prata argento silber gumus
falcon: sokol halcon faucon falcao falco falke sahin shahin
eagle: orao orel oryol aguila aigle aguia aquila adler arend kartal oghab
lion: lev lav leon leao leone lowe leeuw aslan shir
wolf: vuk lobo loup lupo kurt gorg
bear: medved oso ours urso orso bar beer
star: zvezda zvijezda estrella etoile estrela stella stern ster yildiz setareh
sun: solntse sunce sol soleil sole sonne zon gunes khorshid
sea: more mer mare meer zee deniz darya
new: nuevo nueva nouveau nouvelle novo nova nuovo neue nieuw novy novyy novi yeni jadid
light: svet luz lumiere luce licht isik
house: dom casa maison haus huis khane
maritime: maritimo maritima marittima maritim denizel daryaei haishi morskoy morskaya
electronics: electronic dianzi elektronika electronica electronique elektronik elettronica
airlines: airline aviakompaniya aerolineas havayollari hangkong aviation aviatsiya
railway: railways railroad ferrocarril ferroviaria zheleznyye zheleznodorozhnyy demiryolu tielu
wind: veter viento vento vent ruzgar
russia: rossiyskiye rossiyskaya rossiyskiy rossiiskaya
medical: tibbi medizin medico medica medicale meditsinskiy yiliao pezeshki
equipment: equipos equipamentos equipements techhizat ekipman oborudovanie shebei
services: service servicios servicos servizi khadamat hizmetleri fuwu uslugi diensten dienste
general: geral generale genel obshchiy
union: birligi soyuz ittihad ettehad lianhe unie unione uniao
development: fomento desarrollo desenvolvimento developpement sviluppo kalkinma razvitie tosee kaifa entwicklung
fisheries: fishing pesca pesquera peche balikcilik shilat yuye rybolovnaya
timber: madera madeira bois kereste lesnaya mucai holz hout
cement: cemento cimento ciment siman shuini tsement
textile: textil tekstil fangzhi nassaji tekstilnaya
diamond: diamante diamant elmas almaz almas zuanshi
pearl: perla perle inci zhemchug morvarid mingzhu
ocean: oceano okyanus okean haiyang
river: rio fleuve nehir reka rud fluss
mountain: monte mont dag gora kuh berg shan
victory: victoire zafer pobeda piroozi nasr sieg
peace: paz paix baris mir solh salam frieden
martyrs: martires martyr shuhada shohada sehitler
revolution: revolutionary revolucionario revolucionaria revolutionnaire revolucionarni revolucion revolucao
inqilab enghelab devrim revolyutsiya
justice: justicia justica adalet adl edalat spravedlivost
unity: unidad unidade unite birlik edinstvo vahdat wahda
guard: guards guardia garde gvardiya muhafiz pasdaran haras"""
_LEGAL = """youxian gongsi|youxian zeren gongsi|gufen youxian gongsi|anonim sirketi|limited sirketi|cong ty tnhh
cong ty co phan|cong ty|aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo
obshchestvo s ogranichennoy otvetstvennostyu|open joint stock company|public joint stock company
closed joint stock company|private joint stock company|gesellschaft mit beschrankter haftung|aktiengesellschaft
besloten vennootschap|naamloze vennootschap|societe a responsabilite limitee
sociedad de responsabilidad limitada|sociedad por acciones simplificada|sociedade anonima|sociedade limitada
societa per azioni|societa a responsabilita limitata|private limited company|public limited liability company
sdn bhd|sendirian berhad|kabushiki kaisha|perseroan terbatas|e i r l|s a c|s a b de c v|s p r l|p a o|o a o|z a o|a s"""


def _lines() -> list[list[str]]:
    """Return the words of each line, the English one first; a line without one goes on with the line before."""
    found: list[list[str]] = []
    for line in _LINES.splitlines():
        words = line.split()
        if words[0].endswith(":"):
            found.append([words[0][:-1], *words[1:]])
        else:
            found[-1] += words
    return found


# One English word for each word of another language.
TRANSLATED = {other: words[0] for words in _lines() for other in words[1:] if other != words[0]}
# Legal forms in several words, longest first, as `name_words.LEGAL_PHRASES` has them.
FOREIGN_LEGAL_PHRASES = tuple(
    sorted((phrase for line in _LEGAL.splitlines() for phrase in line.split("|")), key=lambda phrase: -len(phrase))
)
# Legal forms that stand before the name.
LEADING_FORMS = frozenset("ooo oao pao ao zao jsc ojsc pjsc cjsc too tov pt ud".split())
# What a body is by its trade: such a word alone tells no body from another.
TRADES = frozenset(
    """machinery insurance farming real-estate petrochemical electronics railway medical equipment cement fisheries
    timber telecom precision pharmaceutical""".split()
)
