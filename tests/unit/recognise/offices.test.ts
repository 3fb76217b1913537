import { describe, expect, it } from 'vitest';
import { mentionsOf, people, said } from './claims';

describe('the holder at the date, in ten languages', () => {
  it.each([
    ['NATO’s secretary-general said', 'en', 'jens-stoltenberg'],
    ['the Kremlin spokesman said', 'en', 'dmitry-peskov'],
    ['главе польского МИД', 'ru', 'jacek-czaputowicz'],
    ['белорусский лидер заявил', 'ru', 'alexander-lukashenko'],
    ['глава Евросовета заявил', 'ru', 'donald-tusk'],
    ['речник Кремля заявив', 'uk', 'dmitry-peskov'],
    ['канцлерка Німеччини сказала', 'uk', 'angela-merkel'],
    ['генеральны сакратар НАТА сказаў', 'be', 'jens-stoltenberg'],
    ['prezydent Francji powiedział', 'pl', 'emmanuel-macron'],
    ['kanclerz Niemiec powiedziała', 'pl', 'angela-merkel'],
    ['premier Węgier powiedział', 'pl', 'viktor-orban'],
    ['szef MSZ Rosji powiedział', 'pl', 'sergey-lavrov'],
    ['szef Komisji Europejskiej powiedział', 'pl', 'jean-claude-juncker'],
    ['przewodniczący Rady Europejskiej powiedział', 'pl', 'donald-tusk'],
    ['der Bundesaußenminister sagte', 'de', 'heiko-maas'],
    ['Der Nato-Generalsekretär sagte', 'de', 'jens-stoltenberg'],
    ['le secrétaire général de l’ONU a dit', 'fr', 'antonio-guterres'],
    ['le chef de la diplomatie russe a dit', 'fr', 'sergey-lavrov'],
    ['šéf polské diplomacie řekl', 'cs', 'jacek-czaputowicz'],
    ['prezident Spojených států řekl', 'cs', 'donald-trump'],
    ['maďarský premiér řekl', 'cs', 'viktor-orban'],
    ['Lenkijos užsienio reikalų ministras sakė', 'lt', 'jacek-czaputowicz'],
    ['Rusijos prezidentas sakė', 'lt', 'vladimir-putin'],
    ['el presidente ruso dijo', 'es', 'vladimir-putin'],
    ['el ministro de Exteriores polaco dijo', 'es', 'jacek-czaputowicz'],
    ['el secretario general de la OTAN dijo', 'es', 'jens-stoltenberg'],
    ['la cancelliera tedesca ha detto', 'it', 'angela-merkel'],
    ['il ministro degli Esteri polacco ha detto', 'it', 'jacek-czaputowicz'],
  ])('%s (%s)', (text, language, person) => expect(people(text, '2018-11-06', language)).toEqual([person]));

  it('passes over a country that it does not know', () =>
    expect(people('the Foreign Ministers of Poland, Slovkia, and Hungary met', '2018-11-06', 'en')).toEqual(['jacek-czaputowicz', 'peter-szijjarto']));
  it('does not take a plural of one country for its only holder', () => expect(people('the Foreign Ministers of Poland met', '2018-11-06', 'en')).toEqual([]));
  it('does not take a title alone for its only bearer where his country is not spoken of', () =>
    expect(people('The national security adviser said so.', '2007-06-01', 'en')).toEqual([]));
  it('says that nobody held an office, and which', () => {
    const [mention] = mentionsOf('the foreign minister of Belarus said', '2022-12-01', 'en').filter((m) => m.via === 'office');
    expect(mention).toMatchObject({ kind: 'office', evidence: [{ code: 'no-holder' }] });
  });
  it('takes an acting president for whoever stands in for the holder, and only then', () => {
    expect(people('South Korea’s acting president said so.', '2025-01-15', 'en')).toEqual(['choi-sang-mok']);
    expect(people('South Korea’s president said so.', '2025-01-15', 'en')).toEqual(['yoon-suk-yeol']);
    expect(people('Germany’s acting chancellor said so.', '2018-11-06', 'en')).toEqual(['angela-merkel']);
  });
  it('is silent about who will hold it, and about deputies', () => {
    for (const text of ['the deputy foreign minister of Poland', 'Poland’s incoming foreign minister', 'the foreign minister-designate of Poland'])
      expect(people(text, '2018-11-06', 'en'), text).not.toContain('jacek-czaputowicz');
  });
});

describe('bodies by their names in many languages', () => {
  it.each([
    ['Byla to OSN a Evropská unie.', 'cs', ['un', 'eu']],
    ['la ONU y la Unión Europea', 'es', ['un', 'eu']],
    ['l’ONU e l’Unione europea', 'it', ['un', 'eu']],
    ['l’ONU et l’Union européenne', 'fr', ['un', 'eu']],
    ['do Unii Europejskiej i do ONZ', 'pl', ['eu', 'un']],
    ['Europos Sąjungos ir Jungtinių Tautų', 'lt', ['eu', 'un']],
    ['у Савеце Еўропы і АБСЕ', 'be', ['council-of-europe', 'osce']],
    ['die Nato und die OSZE', 'de', ['nato', 'osce']],
  ])('%s (%s)', (text, language, bodies) => expect(said(text, '2019-06-01', language).map((s) => s.split(' → ')[1])).toEqual(bodies));
  it('are no words that look like them', () => expect(said('UN homme est venu. Quel joli son, dit-il, un ami de la maison.', '2019-06-01', 'fr')).toEqual([]));
});

describe('a leader', () => {
  it.each([
    ['en', 'the Greek leader', 'alexis-tsipras'],
    ['en', 'the German leader', 'angela-merkel'],
    ['en', 'the Dutch leader', 'mark-rutte'],
    ['en', 'the French leader', 'emmanuel-macron'],
    ['en', 'the Belarusian strongman', 'alexander-lukashenko'],
    ['ru', 'лидер Италии', 'giuseppe-conte'],
    ['de', 'der belarussische Machthaber', 'alexander-lukashenko'],
  ])('is who rules (%s): %s', (language, phrase, person) => expect(people(`… ${phrase} …`, '2019-05-01', language)).toEqual([person]));
  it('is nobody where head of state and of government share the power', () => expect(people('the Polish leader', '2019-05-01', 'en')).toEqual([]));
  it('is not what a president is called by', () => expect(people('the Greek president', '2019-05-01', 'en')).toEqual(['prokopis-pavlopoulos']));
});

describe('Polish forms', () => {
  it.each([
    ['Rozmowa z ministrem spraw zagranicznych Polski.', 'jacek-czaputowicz'],
    ['Z szefem MSZ Białorusi rozmawiał.', 'vladimir-makei'],
    ['Prezydent Białorusi mówił.', 'alexander-lukashenko'],
  ])('%s', (text, person) => expect(people(text, '2019-05-01', 'pl')).toEqual([person]));
});

describe('seats and capitals', () => {
  it.each([
    ['en', 'Warsaw’s chief diplomat spoke.', 'jacek-czaputowicz'],
    ['en', 'Moscow’s foreign minister spoke.', 'sergey-lavrov'],
    ['en', 'The Kremlin chief spoke.', 'vladimir-putin'],
    ['de', 'Der Kremlchef sprach.', 'vladimir-putin'],
    ['de', 'Der Kremlsprecher dementierte.', 'dmitry-peskov'],
    ['uk', 'Очільник Кремля заявив.', 'vladimir-putin'],
    ['lv', 'ASV valsts sekretārs runāja.', 'mike-pompeo'],
  ])('stand for the office (%s): %s', (language, text, person) => expect(people(text, '2019-05-01', language)).toEqual([person]));
  it('do not where a town has such an office, or where it only is the place', () =>
    expect(people('Warsaw’s president met the foreign minister in Minsk.', '2019-05-01', 'en')).toEqual([]));
});
