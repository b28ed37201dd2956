import type { SeededRandom } from "../../src/kernel/random.ts";

/** The words of invented narrative: common ones often, so that it packs as real text does. */
const COMMON = (
  "och att det som en på är av för med den till inte om ett har hon han sig men var så vid " +
  "från kan när barnet mamma pappa skolan hemma säger berättar vill inte ofta efter under också"
).split(" ");
const OTHERS = (
  "lärare kurator förskolan kvällarna morgonen frånvaro läxor syskon mormor morfar lägenheten " +
  "rummet sängen maten frukost kläder vinterjacka tandläkare sjukvården besöket samtalet mötet " +
  "enskilt tillsammans orolig ledsen arg lugn glad trött tyst rädd trygg ensam stöttar tröstar " +
  "gränser rutiner sömn fritids fotboll simhallen kompisar klassen rasterna mobilen bråk skrik " +
  "dörren trapphuset grannen polisen anmälan bedömer beskriver bekräftar uppger förklarar " +
  "svarar undrar hämtar lämnar följer hjälper behöver saknar klarar växer utvecklas leker läser " +
  "ritar sjunger springer sover vaknar äter dricker minns glömmer händelsen veckan månaden " +
  "hösten våren sommaren arbetet ekonomin räkningar flytten umgänget växelvis boendet separationen " +
  "alkohol behandling samtalsstöd familjebehandling kontaktperson avlastning nätverksmöte plan " +
  "mål delmål uppföljning förändring styrkor svårigheter ansvar omsorg tillsyn känslomässig " +
  "tillgänglighet samspel stimulans vägledning identitet relationer hälsa utbildning självständighet"
).split(" ");
const SHARE_COMMON = 0.55;
const SENTENCE = { shortest: 6, longest: 18 };

/** Invented Swedish sentences of so many words, always the same for a seed. About nobody. */
export function narrative(random: SeededRandom, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0;) {
    const length = Math.min(left, random.integer(SENTENCE.shortest, SENTENCE.longest));
    const picked = Array.from({ length }, () =>
      random.pick(random.float() < SHARE_COMMON ? COMMON : OTHERS),
    );
    const text = picked.join(" ");
    sentences.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
    left -= length;
  }
  return sentences.join(" ");
}
