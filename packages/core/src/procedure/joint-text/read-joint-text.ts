/**
 * Reads the joint text out of the acts of a procedure: paragraphs, amendments side by side, reserves, versions.
 *
 * Takes all acts of one procedure, in any order; gives one value. Pure: the same acts give the same text, and acts
 * that come later never change the words of a version that has its number.
 *
 * Rules TXT-01 to TXT-09 and TXT-20 in docs/rules/joint-text.md (our judgement: no written rule of the Council was reached).
 * Next door: `joint-text.ts` for the shapes, `proposal.ts`, `held-positions.ts`, `../act.ts` for the acts.
 */
import { inWords, type RefusalWords } from '../../refusal/refusal-words.ts'
import { sayRefusal } from '../../refusal/say-refusal.ts'
import type { Act, ActVerb, RecordedAct } from '../act.ts'
import { HeldPositions } from './held-positions.ts'
import type { Deed, Hold, JointText, TextFault, TextVersion } from './joint-text.ts'
import { amendmentOf, type Proposal } from './proposal.ts'

type Say<V extends ActVerb> = Extract<Act, { verb: V }>

/** Where a paragraph stands while the acts are read; `gone` ones keep their place. */
interface Place {
  readonly id: string
  text: string
  since: number
  gone: boolean
  agreement: Deed | undefined
}

/**
 * Reads the joint text.
 *
 * @param acts all acts of one procedure that the reader may see; verbs that are not about the text only end a batch
 *   of agreed paragraphs
 * @returns the text as it stands; acts that point to nothing are named under `faults` and change nothing
 * @source TXT-01 to TXT-09, TXT-20
 */
export function readJointText(acts: readonly RecordedAct[]): JointText {
  const reading = new Reading()
  for (const act of acts.toSorted(inOrder)) reading.take(act)
  return reading.result()
}

/** TXT-01: by the instant of recording; acts of one instant by the id of their statement. */
function inOrder(a: RecordedAct, b: RecordedAct): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0
}

class Reading {
  readonly #places: Place[] = []
  readonly #proposals = new Map<string, Proposal>()
  readonly #positions = new HeldPositions()
  readonly #versions: TextVersion[] = []
  readonly #faults: TextFault[] = []
  #batchOf: string | undefined

  take({ statement, party, at, act }: RecordedAct): void {
    const deed: Deed = { statement, party, at }
    const batchOf = this.#batchOf
    this.#batchOf = undefined
    switch (act.verb) {
      case 'set-text':
        return this.#set(deed, act)
      case 'amend':
        return this.#amend(deed, act)
      case 'decide-amendment':
        return this.#decide(deed, act)
      case 'agree-paragraph':
        this.#agree(deed, act.paragraph, batchOf === party)
        this.#batchOf = party
        return
      case 'state-position':
        return this.#state(deed, act)
      case 'record-positions':
        for (const { party: said, ...one } of act.positions)
          this.#state({ ...deed, party: said }, { verb: 'state-position', ...one })
        return
      case 'lift-position':
        return this.#lift(deed, act.paragraph)
      default:
        return
    }
  }

  result(): JointText {
    const amendments = [...this.#proposals.values()].map((proposal) => {
      const place = this.#place(proposal.act.paragraph)
      return amendmentOf(proposal, place && !place.gone ? place.text : '')
    })
    const on = (id: string) => {
      const mine = amendments.filter(({ paragraph }) => paragraph === id)
      return {
        pending: mine.filter(({ state }) => state === 'pending'),
        decided: mine.filter(({ state }) => state !== 'pending'),
      }
    }
    return {
      paragraphs: this.#present().map(({ id, text, since, agreement }) => {
        const [holds, { pending, decided }] = [this.#holds(id), on(id)]
        const changes = pending.filter(({ kind }) => kind !== 'insert')
        const agreed = agreement !== undefined && changes.length === 0
        return {
          id,
          text,
          status: holds.length > 0 ? 'reserved' : agreed ? 'agreed' : 'open',
          ...(agreement ? { agreement } : {}),
          holds,
          pending,
          decided,
          since,
        }
      }),
      removed: this.#places
        .filter(({ gone }) => gone)
        .map(({ id, text, since }) => ({ id, text, ...on(id), removedIn: since })),
      amendments,
      versions: this.#versions,
      holds: this.#holds(''),
      faults: this.#faults,
    }
  }

  #set(deed: Deed, { paragraphs, note }: Say<'set-text'>): void {
    const number = this.#versions.length + 1
    const before = new Map(this.#places.map((place) => [place.id, place]))
    const laid = new Map<string, Place>()
    for (const { id, text } of paragraphs) {
      if (laid.has(id)) {
        this.#fault(deed, 'TXT-02', inWords('paragraph-twice', { name: id }))
        continue
      }
      const old = before.get(id)
      const same = old !== undefined && !old.gone && old.text === text
      laid.set(id, {
        id,
        text,
        since: same ? old.since : number,
        gone: false,
        agreement: same ? old.agreement : undefined,
      })
    }
    const left = this.#places.filter(({ id }) => !laid.has(id))
    for (const place of left) {
      if (!place.gone) place.since = number
      place.gone = true
    }
    this.#places.splice(0, Infinity, ...laid.values(), ...left)
    this.#version(deed, { verb: 'set-text', ...(note === undefined ? {} : { note }) })
  }

  #amend(deed: Deed, act: Say<'amend'>): void {
    const place = this.#place(act.paragraph)
    if (!place) return this.#unknown(deed, act.paragraph)
    if (this.#proposals.has(act.amendment)) {
      return this.#fault(deed, 'TXT-05', inWords('amendment-exists', { name: act.amendment }))
    }
    if (act.insert && act.text === '') {
      return this.#fault(deed, 'TXT-06', inWords('insertion-without-words', { name: act.amendment }))
    }
    const base = { version: this.#versions.length, text: place.gone ? '' : place.text }
    this.#proposals.set(act.amendment, { deed, act, base })
  }

  #decide(deed: Deed, { amendment, accepted, reason }: Say<'decide-amendment'>): void {
    const proposal = this.#proposals.get(amendment)
    if (!proposal) {
      return this.#fault(deed, 'TXT-09', inWords('no-amendment', { name: amendment }))
    }
    if (proposal.decision) {
      return this.#fault(deed, 'TXT-05', inWords('amendment-decided', { name: amendment }))
    }
    proposal.decision = { deed, accepted, reason }
    if (!accepted) return
    this.#apply(proposal)
    proposal.version = this.#versions.length + 1
    this.#version(deed, { verb: 'decide-amendment', amendment, proposedBy: proposal.deed.party })
  }

  /** TXT-06. A paragraph that has gone meanwhile comes back in its place. */
  #apply(proposal: Proposal): void {
    const { act } = proposal
    const number = this.#versions.length + 1
    const index = this.#places.findIndex(({ id }) => id === act.paragraph)
    const place = this.#places[index]
    if (!place) return
    if (act.insert) {
      const id = this.#freeId(act.amendment)
      proposal.became = id
      this.#places.splice(index + 1, 0, {
        id,
        text: act.text,
        since: number,
        gone: false,
        agreement: undefined,
      })
      return
    }
    if (act.text === '') {
      if (!place.gone) place.since = number
      place.gone = true
    } else if (place.gone || place.text !== act.text) {
      place.text = act.text
      place.since = number
      place.gone = false
    } else {
      return
    }
    place.agreement = undefined
  }

  #agree(deed: Deed, id: string, continues: boolean): void {
    const place = this.#place(id)
    if (!place || place.gone) return this.#unknown(deed, id)
    const inTheWay = this.#beforeAgreement(id)
    if (inTheWay !== null) return this.#fault(deed, 'TXT-20', inTheWay)
    place.agreement = deed
    const last = this.#versions.at(-1)
    if (!continues || last?.origin.verb !== 'agree-paragraph') {
      return this.#version(deed, { verb: 'agree-paragraph', paragraphs: [id] })
    }
    this.#versions.pop()
    const paragraphs = [...new Set([...last.origin.paragraphs, id])]
    this.#version(last, { verb: 'agree-paragraph', paragraphs })
  }

  /** TXT-20: what has to be decided or lifted before the words of a paragraph are agreed; null when nothing has. */
  #beforeAgreement(id: string): RefusalWords | null {
    const pending = [...this.#proposals.entries()]
      .filter(([, { act, decision }]) => act.paragraph === id && !act.insert && decision === undefined)
      .map(([amendment]) => amendment)
    if (pending.length > 0) return inWords('amendments-first', { name: id, choices: pending })
    const held = this.#holds(id).map(({ party }) => party)
    return held.length > 0 ? inWords('paragraph-held', { name: id, party: held }) : null
  }

  #state(deed: Deed, { position, comment, paragraph }: Say<'state-position'>): void {
    if (paragraph !== undefined && !this.#place(paragraph)) return this.#unknown(deed, paragraph)
    this.#positions.state(paragraph ?? '', { deed, position, comment, version: this.#versions.length })
  }

  #lift(deed: Deed, paragraph = ''): void {
    const stood = this.#positions.lift(paragraph, deed.party)
    if (!stood && paragraph !== '') {
      this.#fault(deed, 'TXT-09', inWords('nothing-to-lift-on', { name: paragraph, party: deed.party }))
    }
  }

  #holds(paragraph: string): readonly Hold[] {
    return this.#positions.on(paragraph, this.#place(paragraph)?.since ?? this.#wordsSince())
  }

  /** The last version that changed any words. */
  #wordsSince(): number {
    return this.#versions.findLast(({ origin }) => origin.verb !== 'agree-paragraph')?.number ?? 0
  }

  #version({ statement, party, at }: Deed, origin: TextVersion['origin']): void {
    this.#versions.push({
      number: this.#versions.length + 1,
      statement,
      party,
      at,
      origin,
      paragraphs: this.#present().map(({ id, text, agreement }) => ({
        id,
        text,
        agreed: agreement !== undefined,
      })),
    })
  }

  #present(): readonly Place[] {
    return this.#places.filter(({ gone }) => !gone)
  }

  #place(id: string): Place | undefined {
    return this.#places.find((place) => place.id === id)
  }

  #freeId(wished: string): string {
    let id = wished
    for (let next = 2; this.#place(id); next += 1) id = `${wished}-${next}`
    return id
  }

  #unknown(deed: Deed, paragraph: string): void {
    const choices = this.#present().map(({ id }) => id)
    this.#fault(
      deed,
      'TXT-09',
      choices.length === 0
        ? inWords('no-paragraph-yet', { name: paragraph })
        : inWords('no-paragraph', { name: paragraph, choices }),
    )
  }

  #fault({ statement }: Deed, rule: string, words: RefusalWords): void {
    this.#faults.push({ statement, rule, words, text: `${sayRefusal(words)} Rule ${rule}.` })
  }
}
