"""Which small files do the tests of watchlists read? Invented entries in exactly the published forms."""

OFAC_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>03/04/2031</Publish_Date><Record_Count>3</Record_Count></publshInformation>
  <sdnEntry>
    <uid>9001</uid><firstName>Danilo Petrovich</firstName><lastName>VASKOREV</lastName>
    <title>Deputy Minister of Harbours</title><sdnType>Individual</sdnType>
    <remarks>(Linked To: VELDMARK SHIPPING)</remarks>
    <programList><program>VELD-1</program></programList>
    <akaList>
      <aka><uid>1</uid><type>a.k.a.</type><category>strong</category>
        <lastName>VASKORYEV</lastName><firstName>Daniil</firstName></aka>
      <aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>DANKO</lastName></aka>
    </akaList>
    <addressList><address><uid>3</uid><city>Port Amble</city><country>Veldmark</country></address></addressList>
    <nationalityList><nationality><uid>4</uid><country>Serbia</country><mainEntry>true</mainEntry></nationality>
    </nationalityList>
    <dateOfBirthList>
      <dateOfBirthItem><uid>5</uid><dateOfBirth>04 Mar 1971</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>6</uid><dateOfBirth>circa 1972</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
    </dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>7</uid><placeOfBirth>Novi Sad, Serbia</placeOfBirth></placeOfBirthItem>
    </placeOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>9002</uid><sdnType>Entity</sdnType></sdnEntry>
  <sdnEntry>
    <uid>9003</uid><lastName>VELDMARK PEARL</lastName><sdnType>Vessel</sdnType>
    <vesselInfo><callSign>AB12</callSign><vesselType>Tanker</vesselType><vesselFlag>Panama</vesselFlag></vesselInfo>
  </sdnEntry>
</sdnList>
"""

OFAC_SDN_CSV = (
    '9001,"VASKOREV, Danilo Petrovich","individual","VELD-1] [VELD-2","Deputy Minister",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 04 Mar 1971; alt. DOB 1972; POB Novi Sad, Serbia; nationality Serbia; Gender Male; a.k.a. 'DANKO'.\"\r\n"
    '9004,"VELDMARK SHIPPING & TRADING CO.",-0- ,"VELD-1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '9005,"TOO SHORT"\r\n'
    "\x1a\r\n"
)
OFAC_ADD_CSV = '9004,1,"4 Quay Road","Port Amble","Panama",-0- \r\n'
OFAC_ALT_CSV = '9001,11,"aka","VASKORYEV, Daniil",-0- \r\n7777,12,"aka","NOBODY",-0- \r\n'

UN_XML = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2031-03-05T02:00:03.123Z">
 <INDIVIDUALS>
  <INDIVIDUAL>
   <DATAID>6900001</DATAID><VERSIONNUM>1</VERSIONNUM>
   <FIRST_NAME>KARIM</FIRST_NAME><SECOND_NAME>YUSUF</SECOND_NAME><THIRD_NAME>AL-DARAZI</THIRD_NAME>
   <UN_LIST_TYPE>Veldmark</UN_LIST_TYPE><REFERENCE_NUMBER>VLi.001</REFERENCE_NUMBER><LISTED_ON>2029-01-07</LISTED_ON>
   <GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>كريم يوسف الدرازي</NAME_ORIGINAL_SCRIPT>
   <DESIGNATION><VALUE>Governor of the northern quay</VALUE></DESIGNATION>
   <NATIONALITY><VALUE>Iraq</VALUE></NATIONALITY>
   <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Kareem Youssef Darazi</ALIAS_NAME></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Noor</ALIAS_NAME></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ADDRESS><CITY>Basra</CITY><COUNTRY>Iraq</COUNTRY></INDIVIDUAL_ADDRESS>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1973</TO_YEAR>
   </INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1974</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Mosul</CITY><COUNTRY>Iraq</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
  </INDIVIDUAL>
  <INDIVIDUAL><FIRST_NAME>NO NUMBER</FIRST_NAME></INDIVIDUAL>
 </INDIVIDUALS>
 <ENTITIES>
  <ENTITY><DATAID>6900002</DATAID><FIRST_NAME>VELDMARK HARBOUR FRONT</FIRST_NAME>
   <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>VHF</ALIAS_NAME></ENTITY_ALIAS>
   <ENTITY_ADDRESS><CITY>Port Amble</CITY><COUNTRY>Panama</COUNTRY></ENTITY_ADDRESS></ENTITY>
 </ENTITIES>
</CONSOLIDATED_LIST>
"""

EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2031-03-06T10:00:00.000+01:00" globalFileId="1">
 <sanctionEntity designationDate="2030-02-01" euReferenceNumber="EU.9001.1" logicalId="70001">
  <regulation programme="VELD" publicationDate="2030-02-01" numberTitle="1/2030 (OJ L1)"/>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Milena" middleName="" lastName="Drobnjakova" wholeName="Milena Drobnjakova"
   function="Director of the port bank" gender="F" nameLanguage="EN" strong="true" logicalId="1"/>
  <nameAlias wholeName="Милена Дробњакова" strong="true" logicalId="2"/>
  <nameAlias wholeName="Mila D." strong="false" logicalId="3"/>
  <citizenship countryIso2Code="RS" countryDescription="SERBIA"/>
  <birthdate circa="false" birthdate="1980-05-06" year="1980" city="Niš" countryIso2Code="00"/>
  <birthdate circa="true" year="1981" countryIso2Code="00"/>
  <address city="Limassol" countryIso2Code="CY" countryDescription="CYPRUS"/>
 </sanctionEntity>
 <sanctionEntity logicalId="70002"><subjectType code="enterprise" classificationCode="E"/></sanctionEntity>
 <sanctionEntity logicalId="70003"><subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="Port Bank of Veldmark" strong="true"/></sanctionEntity>
</export>
"""

EU_CSV = (
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType;"
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;"
    "NameAlias_MiddleName;NameAlias_WholeName;NameAlias_Gender;NameAlias_Function;Address_City;"
    "Address_CountryIso2Code;Address_CountryDescription;BirthDate_BirthDate;BirthDate_Year;BirthDate_City;"
    "Citizenship_CountryIso2Code;Citizenship_CountryDescription\n"
    "06/03/2031;70001;EU.9001.1;2030-02-01;P;person;VELD;Drobnjakova;Milena;;Milena Drobnjakova;F;"
    "Director of the port bank;;;;1980-05-06;1980;Niš;RS;SERBIA\n"
    "06/03/2031;70001;EU.9001.1;2030-02-01;P;person;VELD;;;;Милена Дробњакова;;;Limassol;CY;CYPRUS;;;;;\n"
    "06/03/2031;x;EU.9001.1;;P;person;VELD;;;;Nobody;;;;;;;;;;\n"
    "06/03/2031;70003;EU.9003.1;;E;enterprise;VELD;;;;Port Bank of Veldmark;;;;;;;;;;\n"
)

UK_XML = """<?xml version="1.0" encoding="utf-8"?>
<Designations xmlns:xsd="http://www.w3.org/2001/XMLSchema"><DateGenerated>07/03/2031</DateGenerated>
 <Designation>
  <LastUpdated>01/02/2030</LastUpdated><DateDesignated>01/02/2030</DateDesignated><UniqueID>VEL0001</UniqueID>
  <OFSIGroupID>15001</OFSIGroupID>
  <Names>
   <Name><Name1>Oskar</Name1><Name2>Jan</Name2><Name6>TREVANEK</Name6><NameType>Primary Name</NameType></Name>
   <Name><Name6>Oskar Trewaneck</Name6><NameType>Alias</NameType></Name>
   <Name><Name6>The Pilot</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
  </Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>Оскар Треванек</NameNonLatinScript></NonLatinName></NonLatinNames>
  <RegimeName>The Veldmark Regulations 2029</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
  <Addresses><Address><AddressLine1>4 Quay Road</AddressLine1><AddressLine6>Gdynia</AddressLine6>
   <AddressCountry>Poland</AddressCountry></Address></Addresses>
  <IndividualDetails><Individual><DOBs><DOB>dd/mm/1965</DOB></DOBs>
   <Nationalities><Nationality>Poland</Nationality></Nationalities>
   <Positions><Position>Harbour master</Position></Positions><Genders><Gender>Male</Gender></Genders>
   <BirthDetails><Location><TownOfBirth>Sopot</TownOfBirth></Location></BirthDetails></Individual></IndividualDetails>
 </Designation>
 <Designation><UniqueID>VEL0002</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip></Designation>
 <Designation><UniqueID>VEL0003</UniqueID>
  <Names><Name><Name6>QUAY STAR</Name6><NameType>Primary Name</NameType></Name></Names>
  <IndividualEntityShip>Ship</IndividualEntityShip>
  <ShipDetails><Ship><CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip>
  </CurrentBelievedFlagOfShips></Ship></ShipDetails></Designation>
</Designations>
"""

UK_CSV = (
    "Report Date: 07-Mar-2031\r\n"
    "Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,"
    "Name non-latin script,Regime Name,Designation Type,Address Line 1,Address Line 6,Address Country,Date Designated,"
    "D.O.B,Nationality(/ies),Position,Town of birth,Current believed flag of ship\r\n"
    "01/02/2030,VEL0001,15001,TREVANEK,Oskar,Jan,,,,Primary Name,,,Оскар Треванек,Veldmark,Individual,4 Quay Road,"
    "Gdynia,Poland,01/02/2030,dd/mm/1965,Poland,Harbour master,Sopot,\r\n"
    "01/02/2030,VEL0001,15001,The Pilot,,,,,,Alias,Low quality a.k.a,,,Veldmark,Individual,,,,,,,,,\r\n"
    "01/02/2030,,15009,Nobody,,,,,,Primary Name,,,,Veldmark,Individual,,,,,,,,,\r\n"
    "01/02/2030,VEL0003,15003,QUAY STAR,,,,,,Primary Name,,,,Veldmark,Ship,,,,,,,,,Gabon\r\n"
)

OFSI_CSV = (
    "Last Updated,07/03/2025\r\n"
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Position,Address 1,"
    "Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,"
    "Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID\r\n"
    'TREVANEK,Oskar,Jan,,,,,Оскар Треванек,,,00/00/1965,Sopot,Poland,(1) Poland (2) Czech Republic,,"(1) Harbour '
    'master (2) Pilot",4 Quay Road,,,,,Gdynia,,Poland,,Individual,Primary name,,Veldmark,01/02/2020,,,15001\r\n'
    "TREWANECK,Oskar,,,,,,,,,,,,,,,,,,,,,,,,Individual,AKA,Good quality,Veldmark,,,,15001\r\n"
    "NOBODY,,,,,,,,,,,,,,,,,,,,,,,,,Individual,AKA,,Veldmark,,,,\r\n"
)

OFSI_XML = """<?xml version="1.0" encoding="utf-8"?>
<ArrayOfFinancialSanctionsTarget xmlns="http://schemas.hmtreasury.gov.uk/ofsi/consolidatedlist">
 <FinancialSanctionsTarget><Name6>TREVANEK</Name6><name1>Oskar</name1><name2>Jan</name2>
  <NameNonLatinScript>Оскар Треванек</NameNonLatinScript><Individual_DateOfBirth>00/00/1965</Individual_DateOfBirth>
  <Individual_Nationality>Poland</Individual_Nationality><Individual_Position>Harbour master</Individual_Position>
  <Address6>Gdynia</Address6><Country>Poland</Country><GroupTypeDescription>Individual</GroupTypeDescription>
  <AliasType>Primary name</AliasType><RegimeName>Veldmark</RegimeName><DateListed>2020-02-01T00:00:00</DateListed>
  <GroupID>15001</GroupID></FinancialSanctionsTarget>
 <FinancialSanctionsTarget><Name6>TREWANECK</Name6><name1>Oskar</name1>
  <GroupTypeDescription>Individual</GroupTypeDescription><AliasType>AKA</AliasType>
  <AliasQuality>Low quality</AliasQuality><GroupID>15001</GroupID></FinancialSanctionsTarget>
 <FinancialSanctionsTarget><Name6>NOBODY</Name6></FinancialSanctionsTarget>
</ArrayOfFinancialSanctionsTarget>
"""

FTM = (
    '{"id": "veld-1", "schema": "Person", "caption": "Sela Obando", "datasets": ["veld_list"], "target": true, '
    '"properties": {"name": ["Sela Obando"], "alias": ["Sela Obando Ruiz"], "weakAlias": ["La Jefa"], '
    '"birthDate": ["1977-10"], "nationality": ["mx"], "country": ["mx"], "gender": ["female"], '
    '"position": ["Customs director"], "address": ["Veracruz"], "topics": ["sanction"]}}\n'
    '{"id": "veld-2", "schema": "Address", "properties": {"full": ["Veracruz"]}}\n'
    "\n"
    "not json\n"
    '{"id": "veld-3", "schema": "LegalEntity", "properties": {"name": ["Obando Hermanos"], "jurisdiction": ["mx"]}}\n'
    '{"id": "veld-4", "schema": "Vessel", "properties": {"name": []}}\n'
)
