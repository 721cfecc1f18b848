"""Which given names and surnames do so many people bear that they tell hardly anyone from another?

A list of general use, written for this project; each name stands for all its romanisations (`name_sounds.plain_sound`).
"""

from whence.text.name_sounds import plain_sound

_NAMES = """
abbas abdallah abdel abdelkader abdirahman abdirashid abdul abdulaziz abdulkarim abdullah abdulrahim abdulrahman abu
adam adel adil adnan ahmad ahmed aisha akbar ali alireza amal amin amina amir amira anwar asif ayman aziz aziza bakr
bashir bilal dawood ebrahim elias fadi fahd faisal farid farida faris farooq fatima fawzi firas ghulam gholam
gholamreza habib hadi hafiz hakim hamad hamid hamza hanan haroon hasan hassan hashim hawa haydar hossein huda husayn
hussain hussein ibrahim idris imad imran isa ismail jaber jabir jafar jalal jamal jamil jassim jawad jibril kamal
karim khadija khalid khalifa khalil khan laila latif layla mahdi mahmoud mahmud majid malik mansour mariam marwan
maryam mehdi mohamed mohammad mohammed mohsen moussa muhammad munir musa mustafa nabil nadia najib naser nasir nasser
noor nour omar osama othman qasim rahim rahman rania rashid raza reza riyad saad sabah sadiq saeed said salah saleh
salem salim salma salman sami samir sana saud sayyid seyed shahid shams sharif suleiman sulaiman taha tahir talal
tariq umar usman wael waleed walid yahya yasin yasir yasmin yousef youssef yusuf zahra zaid zainab zakaria zaynab ziad
warsame farah abdi jama osman sani aliyu bello garba danladi sunday chukwu emeka kwame kofi kouadio koffi mamadou
amadou ousmane ibrahima souleymane abdoulaye oumar seydou fatou aminata mariama jean baptiste aleksandr alexander
alexandra aleksei alexei anatoly andrei andrey anna anton antonina arkady artem boris bogdan denis dmitri dmitry
ekaterina elena evgeny fyodor galina gennady georgi grigory igor ilya inna irina ivan kirill konstantin leonid lev
liudmila ludmila maksim maxim margarita maria marina mikhail nadezhda natalia nikita nikolai nina oksana oleg
oleksandr olga pavel petr pyotr roman ruslan semyon sergei sergey serhii stanislav svetlana tamara tatiana timur vadim
valentin valentina valery vasily vera viktor vitaly vladimir vladislav volodymyr vyacheslav yana yaroslav yegor yelena
yevgeny yulia yuri zoya ivanov ivanova petrov petrova sidorov smirnov smirnova kuznetsov popov volkov sokolov novikov
morozov pavlov melnyk shevchenko kovalenko bondarenko kravchenko jovan jovanovic nikola petrovic marko milan milos
dragan dragoslav zoran goran nebojsa branko dejan slobodan ivana jelena ana vesna katarzyna piotr pawel tomasz marek
andrzej krzysztof jan kowalski nowak novak adriana agustin alberto alejandra alejandro alfonso alfredo alonso alvaro
andrea andres angel angela antonio armando arturo beatriz carlos carmen carolina cecilia cesar claudia cristina daniel
david diego dolores domingo eduardo elvira emilio enrique ernesto esteban eva felipe fernanda fernando francisca
francisco gabriel gabriela gerardo gloria gonzalo graciela guadalupe guillermo gustavo hector hernan hugo humberto
ignacio ines isabel jaime javier jesus joaquin jorge jose juan juana julia julian julio laura leonardo leticia lorenzo
lucia luis luisa luz manuel marcela marcelo marcos mariana mario marta martin mateo mauricio mercedes miguel monica
nelson norma oscar pablo patricia paula pedro rafael ramiro ramon raul rebeca ricardo roberto rodolfo rodrigo rogelio
rosa rosario ruben salvador santiago sara sebastian sergio silvia sofia susana teresa tomas valeria vicente victor
victoria virginia yolanda dario encarnacion rigoberto anselmo alvarez castillo castro chavez cruz diaz dominguez
fernandez flores garcia gomez gonzales gonzalez gutierrez hernandez herrera jimenez lopez martinez mendoza morales
moreno munoz ortiz perez ramirez ramos reyes rivera rodriguez rojas romero ruiz sanchez santos silva suarez torres
vargas vasquez vazquez vega mora nunez alves andre antonia batista bruno caio conceicao costa cunha domingos edson
fabio ferreira filipe flavia gilberto gomes heitor henrique isabela joana joao larissa leonor lima lourdes luciana
luiz lurdes marcio marques matheus mateus mendes neves nunes oliveira paulo pereira pinto renata ribeiro rita rocha
rodrigues rui sebastiao simone sousa souza teixeira thiago tiago vasconcelos vieira vitor alain albert alexandre alice
amelie anne antoine arnaud aurelie bernard brigitte camille catherine cecile charles chantal christian christine
christophe claire claude damien dominique edouard eric etienne fabrice florence francois francoise frederic genevieve
georges gerard gilles guy helene henri herve hugues isabelle jacqueline jacques jeanne jerome joseph julie julien
laurent louis louise luc marc marcel marguerite marie martine mathieu michel michele monique nathalie nicolas nicole
noureddine olivier pascal patrice paul philippe pierre rachid raymond remi rene robert roger romain sabine samuel
sandrine sebastien serge simon sophie stephane sylvie therese thierry thomas valerie vincent virginie xavier yves zoe
durand dubois moreau lefebvre leroy roux petit andreas anja anke annette astrid bernd birgit christa dieter dirk elke
ernst franz friedrich fritz gerhard gisela gunther gunter hans hannelore heike heinrich heinz helga helmut herbert
hermann horst ingrid johann johannes josef jurgen karin karl katrin klaus kurt lars manfred markus matthias michael
monika olaf otto peter petra rainer reinhard renate rolf rudolf stefan susanne sven thorsten ulrich ulrike ursula uwe
walter werner wilhelm willem wolfgang anneke pieter piet hendrik johan cornelis jacob maarten muller schmidt schneider
fischer weber meyer meier wagner becker schulz hoffmann bakker visser smit jansen devries alan amy andrew anthony
arthur barbara benjamin betty brandon brian carol carl christopher clare cynthia deborah dennis desmond diane donald
donna dorothy douglas edward elizabeth emily emma ethan evelyn frances frank gary geoffrey george gerald gordon grace
graham gregory hannah harold harry heather helen henry howard hugh ian jack james janet jason jeffrey jennifer jessica
joan john jonathan joshua joyce judith justin karen katherine keith kelly kenneth kevin kimberly larry lawrence linda
lisa margaret mark martha mary matthew melissa michelle nancy nicholas nigel oliver pamela patrick philip rachel ralph
rebecca richard ronald rose roy russell ruth ryan sandra sarah scott sean sharon shirley stephanie stephen steven
stuart susan terry theresa timothy tyler wayne william zachary smith jones taylor brown williams wilson johnson davies
robinson wright thompson evans walker white roberts green hall wood jackson clarke lewis harris miller davis anderson
ahmet ayse burak can cem cagri deniz elif emine emre fatma gul gulsen hakan huseyin kemal mehmet murat nur omer ozgur
ramazan selim serkan sukru tuncay ugur veli yasar yilmaz kaya demir sahin celik yildiz yildirim ozturk aydin chang
chen cheng cheung chan choi choe cho chou chung fang feng gao guo han he ho hong hu huang hwang jang jiang jeong jong
jung kang kim ko kwon lam lau lee leung li liang lim lin liu lo lu luo ma oh pak park peng ri shen shin song suh sun
tan tang tran trinh tsai wang wei wong wu xiao xie xu yang ye yi yoon yu yuan zeng zhang zhao zheng zhou zhu nguyen le
pham hoang huynh phan vu vo dang bui do ngo duong ly thi van duc minh thanh quang hung anh aung htun hla khin kyaw
lwin maung min moe myint naing nyein oo phyo soe than thein thant tin tun win zaw zin mya htut mar arjun amit anil
ashok deepak kumar lakshmi mohan patel rajesh rakesh ram ramesh ravi sanjay sharma singh sunil suresh vijay
"""
COMMON = frozenset(plain_sound(name) for name in _NAMES.split())


def is_common(plain: str) -> bool:
    """Tell whether a word, as a plain sound, is a name that many bear.

    >>> is_common(plain_sound("mohamed")), is_common(plain_sound("thornbury"))
    (True, False)
    """
    return plain in COMMON
