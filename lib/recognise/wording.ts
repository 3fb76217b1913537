/** The small words of the grammar of names and offices, in every language read. All are compared in lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Between an office and its country or body. */
export const OF = set(
  'del los las el di della dello dell degli delle dei of for to in at du de des d la le les l von vom der des the von zum zur beim bei w u у при в',
);
/** Between an ambassador and the country or body that he is sent to. */
export const TO = set('to à in at with bei beim in im en au aux auprès w we przy na в во у ў на при у при к до v ve při prie į pie uz a ante presso');
export const ARTICLES = set('the la le les l der die das den dem des el il lo los las gli');
/** Before an office: any holder, not the one of the date. */
export const isIndefinite = (word: string, language: string | undefined): boolean =>
  INDEFINITE.has(word) || (ENGLISH_INDEFINITE.has(word) && (language === undefined || language.startsWith('en')));
/** Not in Czech, Polish or Spanish, where “a” is “and” or “to”. */
const ENGLISH_INDEFINITE = set('a no one');
const INDEFINITE = set('an another any every each ein eine einen einem einer un une jeden один одна одного какой-то якийсь jakiś');
export const AND = set('and und et и і й та ta oraz i a ir y e ja und sowie или or як');

/** Before the place of a meeting. */
export const IN = set('in at w we в у во à a en v ve bei im');
/** A meeting of heads of state or government. Stems, tested at the start of the word. */
const SUMMIT = /^(summit|саммит|саміт|szczy(t|cie)|gipfel|sommet|cumbre|vertice|viršūnių|среща)/u;
export const isSummit = (word: string): boolean => SUMMIT.test(word);

/** Says that the holder is not the one of the date. Stems, tested at the start of the word. */
const FORMER =
  /^(former|formerly|ex|onetime|erstwhile|late|previous|бывш|экс|прежн|покойн|колишн|екс|былы|колішн|był|były|eks|ehemalig|früher|einstig|vormalig|ancien|bývalý|bývalá|bývalého|buvęs|buvus|bijuš)/u;
/** “the 35th president”, “the first president of Ukraine”: counted from the beginning, so not the one of the date. */
const ORDINAL =
  /^(\d+(st|nd|rd|th)|first|second|third|fourth|fifth|перв(ый|ого|ому|ым|ая|ой)|втор(ой|ого|ому|ым|ая)|перш(ий|ого|ому|им|а)|друг(ий|ого|ому|им)|перш(ы|ага|аму|ым|ая)|pierwsz(y|ego|emu|ym|a|ej)|erste[nrs]?|zweite[nrs]?|první)$/u;
/** “le premier” is the first one; the office is “le Premier ministre”. */
export const isCounting = (word: string, language: string | undefined): boolean => language?.startsWith('fr') === true && /^premi(er|ère)s?$/u.test(word);
const THEN = /^(then|тогдашн|тодішн|тагачасн|ówczesn|damalig|alors|tehdejší)/u;
const FUTURE =
  /^(elect|designate|incoming|future|next|candidate|nominee|would|избранн|новоизбранн|будущ|кандидат|обран|майбутн|przyszł|designiert|künftig|élu|futur)/u;
const ACTING =
  /^(acting|interim|caretaker|temporary|исполняющ|временн|врио$|ио$|виконувач|тимчасов|po$|pełniąc|geschäftsführend|amtierend|kommissarisch|intérim|intérimaire)/u;
/** Somebody in the holder's place: not “amtierend”, which is the one in office, nor a caretaker, who may be the holder. */
const STANDING_IN = /^(acting|interim|врио$|ио$|pełniąc|kommissarisch|intérim|intérimaire)/u;
const DEPUTY =
  /^(deputy|vice$|assistant|associate$|junior$|shadow$|заместител|зам$|замглав|вице$|помощник|советник|заступник|помічник|радник|віце$|намеснік|памочнік|zastępc|wice$|doradc|stellvertretend|vize$|stv$|adjoint|sous$|vicemin|náměstk|pavaduotoj)/u;

export const isFormer = (word: string): boolean => FORMER.test(word) || ORDINAL.test(word);
export const isThen = (word: string): boolean => THEN.test(word);
export const isFuture = (word: string): boolean => FUTURE.test(word);
export const isActing = (word: string): boolean => ACTING.test(word);
export const isStandIn = (word: string): boolean => STANDING_IN.test(word);
export const isDeputy = (word: string): boolean => DEPUTY.test(word);
/** Adjectives that change nothing of who is meant. */
const NEUTRAL =
  /^(current|new$|newly|present$|incumbent|outgoing|sitting|long-serving|veteran|federal|нынешн|нов(ый|ого|ому|ым|ая|ой|ую)$|действующ|нинішн|новий|чинн|obecn|now(y|ego|emu|ym|a|ej|ą)$|neue|derzeitig|jetzig|nouveau|nouvelle|actuel)/u;
export const isNeutral = (word: string): boolean => NEUTRAL.test(word);

export const HONORIFICS = set(
  'mr mrs ms miss dr prof professor sir dame lord lady baroness baron herr frau m mme mlle madame monsieur pan pani panu panem paní señor señora господин госпожа господина господину г-н г-жа пан пані пане пана панові спадар спадарыня comrade товарищ',
);
/** Those of women. */
export const LADIES = set('mrs ms miss madam madame mme mlle dame lady baroness frau señora signora госпожа госпожи госпоже госпожу г-жа пані paní спадарыня');
/** Titles in front of a name that no office of the dataset explains: they neither support nor speak against. */
export const TITLES = set(
  'president minister chancellor premier secretary general colonel admiral ambassador senator congressman congresswoman representative rep sen gov gen col governor judge justice chairman chairwoman chair director spokesman spokeswoman spokesperson leader chief head commissioner mayor king queen prince princess pope imam ayatollah sheikh envoy deputy adviser advisor dissident oligarch strongman billionaire author analyst historian ' +
    'президент министр канцлер премьер секретарь генерал посол сенатор депутат губернатор председатель глава лидер директор спикер мэр министра президента президенту президентом министру министром лидера главы главой ' +
    'міністр голова очільник речник посла президентові міністра прем’єр прем єр старшыня міністрам ' +
    'prezydent prezydenta prezydentowi prezydentem minister ministra ministrem premiera premierem ambasador szef szefa przewodniczący rzecznik generał kanclerz ' +
    'präsident präsidentin minister ministerin kanzler kanzlerin botschafter außenminister außenministerin regierungschef staatschef parteichef general sprecher abgeordnete politiker politikerin ' +
    'président présidente ministre chancelier chancelière ambassadeur général secrétaire prezident prezidenta ministr premiér kancléř prezidentas ministras',
);
const ATHLETE =
  /^(footballer|striker|goalkeeper|midfielder|quarterback|cyclist|sprinter|golfer|skier|swimmer|cricketer|singer|rapper|guitarist|drummer|goaltender|футболист|хоккеист|теннисист|баскетболист|волейболист|биатлонист|лыжни[кц]|пловец|пловчих|пловц|вратар|нападающ|полузащитник|защитник\p{L}* клуба|тренер|боксёр|велосипедист|гимнаст|фигурист|шахматист|спортсмен|певец|певц|певиц|рэпер|гитарист|футболіст|хокеїст|тенісист|баскетболіст|волейболіст|біатлоніст|плавець|плавц|воротар|нападник|півзахисник|велосипедист|спортсмен|співак|співачк|репер|футбаліст|хакеіст|тэнісіст|баскетбаліст|біятланіст|плывец|брамнік|нападнік|трэнер|спявак|спявачк|piłkar[zk]|hokeist|tenisist|koszykar[zk]|siatkar[zk]|bramkarz|napastni|pomocnik|trener|kolar[zk]|skocz(ek|k)|biathlonist|piosenkar[zk]|wokalist|raper|fußballer|stürmer|torwart|torhüter|mittelfeldspieler|tennisspieler|handballer|radprofi|skispringer|schwimmer|trainer|sänger|rapper|footballeu[rs]|buteur|gardien$|attaquant|milieu$|tenniswo?man|cycliste|entraîneur|nageu[rs]|chanteu[rs]|rappeu[rs]|fotbalist|hokejist|tenist|brankář|útočník|záložník|trenér|cyklist|plavec|zpěvá[kc]|zpěvačk|krepšinink|futbolinink|futbolist|ledo ritulinink|tenisinink|plaukik|dviratinink|treneri|dainink|hokejist|basketbolist|riteņbrauc|peldētāj|dziedātāj|futbolista|tenista|ciclista|delantero|portero|cantante|calciatore|attaccante|portiere|allenatore|cestista)\p{L}*$/u;
/** One whose calling is a game or a song: “footballer”, «тренер», „Torwart“. Stems. */
export const isAthlete = (word: string): boolean => ATHLETE.test(word);

const PREPOSITIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set('von zu bin'),
  nl: set('van de den'),
  pl: set('do'),
  cs: set('do'),
  sk: set('do'),
  pt: set('do dos da'),
  it: set('al del'),
};
/** Is the particle a preposition of the language: „der Besuch von Merkel“, “do Putina”? */
export const isPreposition = (particle: string, language: string | undefined): boolean => PREPOSITIONS[language?.slice(0, 2) ?? '']?.has(particle) === true;
/** Titles of those whose name has a particle. */
export const NOBLE = set('freiherr graf gräfin baron baronin fürst fürstin herzog prinz prinzessin jonkheer general oberst');

/** Prepositions, conjunctions and pronouns of one letter: with a capital at the start of a sentence they are no initials. */
const CYRILLIC_LETTER_WORDS = set('в с к у о и а я з і й є ў');
const SLAVIC_LETTER_WORDS = set('w z o u i a v s k');
const LATIN_LETTER_WORDS = set('a e i o u y');
const WITH_SLAVIC_LETTER_WORDS = set('pl cs sk sl hr bs sr');
/** Such a word, and not an initial without its full stop: «У Клинтона», “Z Putinem”; but “W Mitchell” in English. */
export const isLetterWord = (letter: string, language: string | undefined, starts: boolean): boolean =>
  CYRILLIC_LETTER_WORDS.has(letter) ||
  (WITH_SLAVIC_LETTER_WORDS.has(language?.slice(0, 2) ?? '') && SLAVIC_LETTER_WORDS.has(letter)) ||
  (starts && (LATIN_LETTER_WORDS.has(letter) || (language === undefined && SLAVIC_LETTER_WORDS.has(letter))));

/** Between a bearer and what is named after them. */
export const IN_NAME_OF_THING = set(
  'international intercontinental national memorial presidential regional municipal state public global peace human law medical',
);
/** “USS Carter”. */
export const isShipPrefix = (surface: string): boolean => /^(USS|USNS|USCGC|HMS|HMCS|HMAS|RFS|ORP|ARA|FGS|JS)$/u.test(surface);

/** After a family name: something is named after its bearer. */
export const NAMED_AFTER_RIGHT = set(
  'gmbh ag kg ohg ltd inc llc corp plc group gruppe holding holdings hotels pharma motors brothers toys ооо оао зао sarl spa tower towers building plaza park doctrine act amendment plan memorial monument scholarship fellowship lecture fund center centre highway expressway beach river mountain mount field arena carrier class ship syndrome disease algorithm test bond bonds cars films computers вулиця вуліца проспект плошча мост аэропорт аеропорт фонд институт інститут музей школа театр стипендия стыпендыя flughafen brücke ring haus schule preis ring ufer damm weg park kaserne cell cells carcinoma street avenue road square boulevard bridge stadium airport university college school institute foundation prize award medal library museum hospital island islands bay strait county city town law doctrine-named straße strasse platz allee universität stiftung institut schule zellen zell ulica aleja plac улица проспект площадь премия library stadion gatvė gatvėje gatvės aikštė aikštėje prospektas prospekte premija premijos iela ielā ielas laukums laukumā balva balvas fonds fonda lidosta lidostā fondas fondo law prize prizes syndrome memorial statue bust',
);
/** Before a family name: likewise. */
export const NAMED_AFTER_LEFT = set(
  'firma konzern kanzlei brauerei verlag marke фирма фирмы фирме фирму концерн концерна бренд бренда магазин магазина фірма фірми бренд firmy spółka spółki marka marki société entreprise marque rondo skwer most lotnisko pomnik imienia im osiedle szkoła uniwersytet fundacja nagroda мост мосту моста аэропорт аэропорту аэропорта аеропорт бульвар бульваре фонд фонда фонде премия премии премию фонду площа площі плошча плошчы вуліца вуліцы проспекте проспекту улицей calle avenida plaza paseo aeropuerto via viale piazza corso aeroporto pont aéroport stade quai square lycée collège náměstí ulice třída letiště most gatvė gatvės aikštė flughafen stiftung rue avenue boulevard place ulica ul al aleja plac street улица ул улице улицу проспект площадь площади вулиця вулиці вул имени им імені ім vulica lake mount fort cape port saint st lac fondation musée prix rues université collège fundación premio museo universidad fondazione università nadace nadaci cena ceny muzeum muzea školy letišti ulici třídě náměstí ulicy alei placu pomnika pomnikiem fundacji fundację nagrody nagrodę lotnisku lotniska uniwersytetu muzeów улицы аэропортом аэропорту площадью музей музея музею музее премией памятник памятника памятнику школа школы школе университет университета университете театр театра институт института институте корабль крейсер крейсера ледокол фрегат фрегата эсминец линкор вулиці площею проспекту проспекті фонду фонді музею музеї премія премії премію пам’ятник пам’ятника університет університету інститут інституту школи театру аэрапорт аэрапорта вуліцы вуліцу плошчу праспект праспекта праспекце прэмія прэміі прэмію помнік помніка універсітэт універсітэта фондам',
);

export const isPatronymic = (word: string): boolean =>
  /(ович|евич|івич|ьич|авіч|евіч|овна|евна|ична|івна|ївна|аўна|еўна|ovich|evich|avich|ovych|ovna|evna|ivna|yevich|jewitsch|owitsch)(а|у|ем|ом|ем|и|е|ы|ой|ою|і)?$/u.test(
    word,
  );

/** Beside a family name: a relative of its bearer is meant, who may be named after it (“сын Лукашенко Виктор”). */
export const RELATIVES = set(
  'son sons daughter daughters wife husband widow brother sister father mother nephew niece cousin grandson granddaughter stepson son-in-law ' +
    'сын сына сыну сыном сыне сыновья дочь дочери дочерью дочка дочки дочку жена жены жене жену женой вдова муж мужа мужем брат брата братом сестра сестры сестру отец отца мать матери племянник внук внука внучка зять зятя ' +
    'син сина сину сином донька доньки доньку дочка дружина дружини дружину чоловік брата братом сестри сестру батько мати онук племінник зять вдова ' +
    'сына сынам дачка дачкі дачку жонка жонкі жонку муж брата сястра сястры бацька маці ўнук ' +
    'syn syna synem synowie córka córki córkę żona żony żonę mąż męża brata siostra siostry ojciec matka wnuk zięć wdowa ' +
    'sohn sohnes söhne tochter töchter ehefrau ehemann bruder schwester vater mutter neffe enkel schwiegersohn witwe ' +
    'fils fille épouse femme mari frère sœur père mère neveu gendre veuve petit-fils ' +
    'dcera dcery dceru manželka manželky manželku manžel bratr bratra sestra otec matka zeť vdova ' +
    'hijo hija esposa esposo hermano hermana figlio figlia moglie marito fratello sorella',
);

/** After the genitive of a name: likewise, in Lithuanian, Latvian and German. */
export const PRECEDED_RELATIVES = set(
  'sūnus sūnaus sūnui sūnų dukra dukros dukrą duktė dukters žmona žmonos žmoną vyras brolis brolio sesuo tėvas motina anūkas žentas ' +
    'dēls dēla dēlam dēlu meita meitas meitu sieva sievas sievu vīrs brālis brāļa māsa tēvs māte mazdēls znots sohn sohnes söhne tochter töchter frau ehefrau ehemann bruder schwester vater mutter neffe enkel schwiegersohn witwe',
);

/** Before what a treaty or a law is on. */
export const ABOUT = set('on establishing concerning über о об обо про аб o sur sobre sull sul sulla dėl par');
const TITLE_OF_TREATY =
  /^(treaty|convention|pact|charter|protocol|act|law|declaration|договор|договір|договоре|дагавор|дагавар|конвенц|канвенц|пакт|хартия|хартії|протокол|пратакол|закон|декларац|дэкларац|vertrag|abkommen|übereinkommen|gesetz|konvention|traktat|konwencj|ustaw|protok[oó]ł|deklaracj|traité|loi$|charte|protocole|smlouv|zákon|úmluv|tratado|ley$|trattat|legge|sutart|įstatym|līgum)/u;
/** What a treaty or law is called. Stems. */
export const isTitleOfTreaty = (word: string): boolean => TITLE_OF_TREATY.test(word);

const PAIR_NOUN =
  /^(summit|council$|commission$|committee$|agreement|accord|treaty|forum$|association$|gipfel|rat$|abkommen|саммит|саміт|совет|рада|раді|ради|савет|комисси|комісі|камісі|соглашени|угод|пагадненн|форум|асоціац|ассоциац|szczy(t|cie)|rad[ayęz]|umow|forum|sommet|conseil|accord|cumbre|consejo|acuerdo|vertice|consiglio|accordo|rad[auy]|dohod|viršūnių|taryb|susitarim)/u;
/** What two bodies or countries joined by a dash hold or have together. Stems. */
export const isPairNoun = (word: string): boolean => PAIR_NOUN.test(word);

const INSTITUTION = set(
  'association mission institute foundation fund agency bank school university college academy centre center programme program treaty convention network observatory federation society club league prize library museum conference',
);
/** What a body is, at the end of its English name. A council or a court is an organ of the body before it. */
export const isInstitution = (word: string): boolean => INSTITUTION.has(word);

/** Beside the name of a company or a party: it is the same one. */
export const isLegalForm = (surface: string): boolean =>
  /^(AG|SE|SA|S\.A|SpA|PLC|Plc|NV|N\.V|Ltd|LLC|Inc|Corp|GmbH|PJSC|PAO|OAO|OJSC|JSC|ASA|AB|Oyj?|Co|ПАО|ОАО|АО|ВО|ПП|CEO|CFO|COO)$/u.test(surface);

const WITHIN_COMPANY =
  /^(state|management|supervisory|executive|board|group|corporation|company|holding|press|headquarters|office|tower|party|news|photo|writer|reporter)$/u;
/** After the name of a company: what belongs to it, not another company’s name. */
export const isWithinCompany = (word: string): boolean => WITHIN_COMPANY.test(word);

/** Before “of Congress”: those who belong to it, or what it does. */
export const OF_PEOPLE = /^(members?|houses?|acts?|leaders?|chambers?|sessions?|halls?|both|all|control|most|much|some|parts?|one|many|none|half)$/u;

const PART_OF_BODY =
  /^(delegation|mission|office|bureau|department|directorate|division|branch|section|staff|commands?$|forces?$|agency|agencies|committee|commission|council|assembly|secretariat|monitor|observer|election|representation|group|team|task$|programme|program|fund|operation|contingent|battalion|campaign|faction|caucus|team|squad|federation|association|club|league|union$|hub|center|centre|parliament|court|bank|embassy|consulate|vertretung|büro|abteilung|ausschuss|fraktion|botschaft|délégation|comité|bureau|ambassade|делегац|мисс?и|місі|офис|офіс|бюро|комитет|комітет|комисс?и|комісі|камісі|представительств|представництв|прадстаўніцтв|посольств|пасольств|фракц|misj|delegacj|biur|komitet|komisj|przedstawicielstw|ambasad|delegac|misi|kancelář|výbor|velvyslanectv)/u;
/** Stands directly after a body’s name and means a part of it, or another one. Stems. */
export const isPartOfBody = (word: string): boolean => PART_OF_BODY.test(word);

/** Before a building: somebody or something is there. */
export const LOCATIVE = set(
  'in inside at outside near behind beneath в во у внутри внутрі возле около напротив близ біля всередині навпроти каля ўнутры ў w na obok pod przed v před im am vor hinter unterm au dans devant en nel al',
);
const PART_OF_BUILDING =
  /^(walls?|halls?|palaces?|towers?|gates?|domes?|grounds|complex|museums?|cathedrals?|necropolis|lawn|gardens?|steps|residence|rooms?|clock|driveway|стен[аыуе]?$|стенами?$|стенах$|зал(а|е|у|ы|ов|ах|ом)?$|гостин(ая|ой|ую)|фойе|башн|ворот|курант|дворе?ц|двор(а|е)?$|территори|коридор|подъезд|купол|звёзд|звезд|здани|стін|мур(и|ів|ах)?$|веж|палац|територі|вітальн|сцен(ы|аў|ах)$|варот|тэрыторы|калідор|mur(y|ów|ach|ami|em)?$|sal(a|i|ę|e|ach)$|wież|bram|pałac|teren|korytarz|dziedzin|mauer|saal|säle|sälen|türm|turm|tore?n?$|palast|gelände|hallen|kuppel|murs$|salles?$|tours?$|portes?$|palais|coupoles?$|cour$|couloirs?$|zd(i|í|ech|mi)$|síň|sály?$|věž|brán|palác|nádvoř)/u;
/** Walls and halls. Stems. */
export const isPartOfBuilding = (word: string): boolean => PART_OF_BUILDING.test(word);

const SAID_BY_MANY =
  /^(say|says|said|think|thinks|thought|believe[ds]?|fear[s]?|hope[s]?|insist(s|ed)?|den(y|ies|ied)|expect(s|ed)?|worr(y|ies)|heißt|hieß|glaubt|denkt|hofft|fürchtet|dicen|dicono)$|^(заяв|сообщ|счита|назва|назыв|отмет|отмеча|подчерк|ответ|отвеч|пообещ|подтверд|опроверг|рассказ|коммент|прокоммент|отреаг|отказ|объяв|говор|дума|вер|наде|зна|поним|увер|исключ|ожида|рассматрив|обсужда|планиру|намерева|напомн|призна|уточн|добав|пояс|повідом|вважа|зазнач|наголос|відпов|спростув|розпов|відмов|оголос|каж|вір|спод|розум|очік|розгляда|обговорю|плану|запевн|паведам|ліча|адзнач|падкрэсл|адказ|пацвердз|абверг|расказ|пракамент|адмов|абвясц|гавор|спадзя|разуме|чака|разгляда|абмяркоў|плану)\p{L}*(ли|лі|ют|ут|ат|ят|ть|уць|юць|аць|яць)(с[ья]|ся)?$|^(powiedzi|oświadcz|uważa|poinform|podkreśl|odpowiedz|potwierdz|zaprzecz|twierdz|mówi|myśl|wierz|sądz|oczekuj)\p{L}*(no|to|ą)$|^(řekli|uvedli|oznámili|tvrdí|věří|doufají|popřeli|potvrdili|odmítli)$/u;
/** What is said or thought by nobody who is named. Stems with the endings of the plural. */
export const isSaidByMany = (word: string): boolean => SAID_BY_MANY.test(word);
