/**
 * The notes on status that EU texts print beside some names, and the sign that leads to them.
 *
 * Rests on: Kosovo: PRADO, Council of the European Union (English, read); Palestine: footnotes of acts of the Union
 * (recalled). The other languages are recalled from their editions of acts. Rule: docs/rules/places.md, PLC-05.
 */
import type { Language } from '../kernel/language.ts'
import { nameOf } from './name-of.ts'

const SIGN = '*'

const NOTES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  XK: {
    en: 'This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
    de: 'Diese Bezeichnung berührt nicht die Standpunkte zum Status und steht im Einklang mit der Resolution 1244 (1999) des VN-Sicherheitsrates und dem Gutachten des Internationalen Gerichtshofs zur Unabhängigkeitserklärung des Kosovos.',
    et: 'Selle nimetuse kasutamine ei piira seisukohti staatuse suhtes ning on kooskõlas ÜRO Julgeolekunõukogu resolutsiooniga 1244 (1999) ja Rahvusvahelise Kohtu arvamusega Kosovo iseseisvusdeklaratsiooni kohta.',
    fr: 'Cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244 (1999) du Conseil de sécurité des Nations unies ainsi qu’à l’avis de la CIJ sur la déclaration d’indépendance du Kosovo.',
    pl: 'Użycie tej nazwy nie wpływa na stanowiska w sprawie statusu i jest zgodne z rezolucją Rady Bezpieczeństwa ONZ 1244 (1999) oraz z opinią Międzynarodowego Trybunału Sprawiedliwości w sprawie Deklaracji niepodległości Kosowa.',
    pt: 'Esta designação não prejudica as posições relativas ao estatuto e está conforme com a Resolução 1244 (1999) do CSNU e com o parecer do TIJ sobre a declaração de independência do Kosovo.',
    sl: 'To poimenovanje ne posega v stališča glede statusa ter je v skladu z RVSZN 1244/1999 in mnenjem Meddržavnega sodišča o razglasitvi neodvisnosti Kosova.',
  },
  PS: {
    en: 'This designation shall not be construed as recognition of a State of Palestine and is without prejudice to the individual positions of the Member States on this issue.',
    de: 'Diese Bezeichnung ist nicht als Anerkennung eines Staates Palästina auszulegen und lässt die Standpunkte der einzelnen Mitgliedstaaten zu dieser Frage unberührt.',
    et: 'Seda nimetust ei käsitata Palestiina riigi tunnustamisena ning see ei piira liikmesriikide seisukohti selles küsimuses.',
    fr: 'Cette dénomination ne saurait être interprétée comme une reconnaissance d’un État de Palestine et est sans préjudice de la position de chaque État membre sur cette question.',
    pl: 'Nazwy tej nie należy interpretować jako uznania państwa palestyńskiego i pozostaje ona bez uszczerbku dla stanowisk poszczególnych państw członkowskich w tej kwestii.',
    pt: 'Esta designação não pode ser interpretada como um reconhecimento de um Estado da Palestina e não prejudica as posições de cada Estado-Membro sobre esta questão.',
    sl: 'To poimenovanje se ne razlaga kot priznanje Države Palestine in ne posega v stališča posameznih držav članic o tem vprašanju.',
  },
}

/** The codes of the places whose name takes a note. */
export const PLACES_WITH_NOTE: readonly string[] = Object.keys(NOTES)

/** The note on status that is printed with the name of a place; undefined where none is. */
export function statusNoteOf(code: string, language: Language): string | undefined {
  return Object.hasOwn(NOTES, code) ? NOTES[code]?.[language] : undefined
}

/** The name as it is printed, with the sign of its note where it has one. @example printedNameOf('XK', 'en') // 'Kosovo*' */
export function printedNameOf(code: string, language: Language): string {
  return `${nameOf(code, language)}${Object.hasOwn(NOTES, code) ? SIGN : ''}`
}
