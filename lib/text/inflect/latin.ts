/** Polish, Czech and Slovak, Lithuanian, Latvian and German forms of names, nouns and adjectives. Words in lower case with their diacritics. */
import { endings, type Paradigm, type Rule } from './rules';

const rule = (ending: string, forms: string): Rule => [new RegExp(`${ending}$`), endings(forms)];

export const POLISH: Paradigm = {
  masculine: [
    rule('^paweł', 'pawła pawłowi pawłem pawle'),
    rule('^jerzy', 'jerzego jerzemu jerzym'),
    rule('^(wice)?minister', '$ministra $ministrowi $ministrem $ministrze $ministrowie $ministrów $ministrom $ministrami'),
    rule('ruś', 'rusi rusią'),
    rule('([sc]k|dzk)i', '$iego $iemu $im $ich $imi'),
    rule('([kgl])i', '$iego $iemu $im $ich'),
    rule('(?<=[^aeiouy])y', 'ego emu ym ych yego yemu'),
    rule('i', 'iego iemu im ego'),
    rule('ek', 'ka kowi kiem ku kowie ków'),
    rule('ec', 'ca cowi cem cu'),
    rule('(iec)', 'ca cowi cem cu'),
    rule('eł', 'ła łowi łem le eła ełowi'),
    rule('ek', 'ka kowi kiem ku'),
    rule('([^e])k(o|a)', '$ki $ce $kę $ką $ko $ków $kom $kowie'),
    rule('k(o|a)', 'ki ce kę ką ko'),
    rule('ga', 'gi dze gę gą'),
    rule('da', 'dy dzie dę dą do'),
    rule('ta', 'ty cie tę tą'),
    rule('ra', 'ry rze rę rą'),
    rule('ła', 'ły le łę łą'),
    rule('ia', 'i ii ię ią'),
    rule('ja', 'ji i ję ją jo'),
    rule('a', 'y ie i e ę ą o'),
    rule('([bcdfghjklłmnpqrstvwxzćńśźż])o', '$a $owi $em $ie $u'),
    rule('ń', 'nia niowi niem niu'),
    rule('ś', 'sia siowi siem siu'),
    rule('ć', 'cia ciowi ciem ciu'),
    rule('ź', 'zia ziowi ziem ziu'),
    rule('([kg])', '$a $owi $iem $u $owie $ów'),
    rule('([jlczxż]|sz|cz|rz)', '$a $owi $em $u $owie $ów'),
    rule('d', 'da dowi dem dzie du dowie dów'),
    rule('t', 'ta towi tem cie tu towie tów'),
    rule('r', 'ra rowi rem rze ru rowie rów'),
    rule('ł', 'ła łowi łem le łowie'),
    rule('st', 'sta stowi stem ście'),
    rule('([bcdfghjklłmnpqrstvwxzß])', '$a $owi $em $ie $u $owie $ów $om'),
    rule('e', 'ego emu em'),
    rule('(u)', '$a $owi $em $ie'),
  ],
  feminine: [
    rule('([sc]k|dzk|n|w)a', '$iej $ej $ą $ę $ie $y $i $o $owie'),
    rule('ka', 'ki ce kę ką ko'),
    rule('ga', 'gi dze gę gą'),
    rule('da', 'dy dzie dę dą'),
    rule('ta', 'ty cie tę tą'),
    rule('ra', 'ry rze rę rą'),
    rule('ia', 'ii i ię ią io'),
    rule('ja', 'ji i ję ją jo'),
    rule('la', 'li lę lą'),
    rule('a', 'y i ie e ę ą o'),
  ],
  adjective: [rule('(?<=[kg])i', 'iego iemu im a iej ą ie ich imi'), rule('i', 'iego iemu im ia iej ią ie ich imi'), rule('y', 'ego emu ym a ej ą e ych ymi')],
};

export const CZECH: Paradigm = {
  masculine: [
    rule('ý', 'ého ému ým ém ých'),
    rule('í', 'ího ímu ím ích'),
    rule('ský', 'ského skému ským'),
    rule('([sc]k)ij', '$ého $ému $ým $ém'),
    rule('([sc]k)y', '$ého $ému $ým $ém $yho $ymu $ym $yj'),
    rule('([sc]k)i', '$ého $ému $ým $iho $imu $im'),
    rule('ek', 'ka kovi kem ku kom'),
    rule('ec', 'ce covi cem ci ca com'),
    rule('ěk', 'ka kovi kem'),
    rule('el', 'la lovi lem ele eli elem ela elovi'),
    rule('a', 'y ovi u ou o ové'),
    rule('(o)', 'a ovi em u om o ovou'),
    rule('([šžčřcj]|ov)', '$e $ovi $em $i $a $om $u'),
    rule('([bcdfghjklmnpqrstvwxzšžčřňťďľ])', '$a $ovi $em $e $u $i $om $ů $ové $ově'),
    rule('([iy])', '$ho $mu $m $ovi'),
    rule('(e)', '$ho $mu $m $ovi'),
  ],
  feminine: [rule('ová', 'ové ovou ovej ovú ovo'), rule('á', 'é ou ej ú'), rule('ie', 'ii ií'), rule('ia', 'ie ii iu iou'), rule('a', 'y ě e u ou o')],
  adjective: [rule('ý', 'ého ému ým ém á é ou ých ými ej ú'), rule('í', 'ího ímu ím ích ími')],
};

export const LITHUANIAN: Paradigm = {
  masculine: [
    rule('([sc]k)yj', '$is $io $iui $į $iu'),
    rule('(ij|yj)', 'is io iui į iu'),
    rule('(ej)', '$us $aus $ui $ų $umi $au'),
    rule('os', 'ų oms ose as'),
    rule('ius', 'iaus iui ių iumi iau'),
    rule('us', 'aus ui ų umi au'),
    rule('ys', 'io iui į iu y'),
    rule('is', 'io iui į iu i ies'),
    rule('as', 'o ui ą u e ai'),
    rule('a', 'os ai ą oje'),
    rule('ė', 'ės ei ę ėje'),
    rule('([bcčdfghjklmnprsštvzž])', '$as $o $ui $ą $u $is $io $iui $į $iu $ius $iaus $iumi'),
    rule('(o)', '$s $i $ą'),
    rule('([sc]k)y', '$is $io $iui $į $iu'),
    rule('(i|y)', '$is $io $iui $į $iu $s'),
  ],
  feminine: [
    rule('ienė', 'ienės ienei ienę iene'),
    rule('ė', 'ės ei ę e ėje'),
    rule('ia', 'ios iai ią ioje'),
    rule('a', 'os ai ą oje'),
    rule('(ės|os)', 'ių ėms ėse ų oms'),
  ],
  adjective: [],
};

export const LATVIAN: Paradigm = {
  masculine: [
    rule('is', 'a im i ī ja jam ju'),
    rule('š', 'ša šam šu šā'),
    rule('us', 'us um u ū'),
    rule('s', 'a am u ā'),
    rule('a', 'as am u ā ai'),
    rule('e', 'es em i ē ei'),
    rule('o', 'o'),
    rule('([bcčdfghjkļlmnņpqrtvzž])', '$s $a $am $u $ā'),
  ],
  feminine: [rule('a', 'as ai u ā'), rule('e', 'es ei i ē')],
  adjective: [],
};

/** German adds an s for the genitive (“Merkels”, “Polens”). */
export const GERMAN: Paradigm = {
  masculine: [rule('([^sßxz])', '$s')],
  feminine: [rule('([^sßxz])', '$s')],
  adjective: [rule('isch', 'ische ischer ischen isches ischem'), rule('([a-zäöüß])', '$e $er $en $es $em')],
};

/** French adjectives by gender and number. Names do not change. */
export const FRENCH: Paradigm = {
  masculine: [rule('([a-zé])', '$s')],
  feminine: [],
  adjective: [
    rule('ien', 'ienne iens iennes'),
    rule('ais', 'aise aises'),
    rule('ois', 'oise oises'),
    rule('ain', 'aine ains aines'),
    rule('ol', 'ole ols oles'),
    rule('e', 'es'),
    rule('ec', 'ecque ecs ecques'),
    rule('c', 'que cs ques'),
    rule('([a-zé])', '$e $s $es'),
  ],
};

/** Spanish and Italian names do not change; nouns and adjectives do, by gender and number. */
export const SPANISH: Paradigm = {
  masculine: [rule('([aeo])', '$s'), rule('([rlnd])', '$es')],
  feminine: [],
  adjective: [rule('o', 'a os as'), rule('és', 'esa eses esas'), rule('án', 'ana anes anas'), rule('ón', 'ona ones onas'), rule('([eaí])', '$s $es')],
};
export const ITALIAN: Paradigm = {
  masculine: [rule('o', 'i'), rule('e', 'i'), rule('a', 'e i')],
  feminine: [],
  adjective: [rule('co', 'ca ci chi che'), rule('go', 'ga ghi ghe'), rule('o', 'a i e'), rule('e', 'i'), rule('a', 'i e')],
};
