/** What the crosswalk leaves empty: asked for and covered by no norm; norms that no other set repeats of its own accord. */
import type { Crosswalk, CrosswalkRow, Norm } from '@demarche/core'
import { normPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly norms: readonly Norm[]
  readonly crosswalk: Crosswalk
}

export function Gaps({ norms, crosswalk }: Props) {
  const t = useText()
  const { sets, uncovered, alone, onlyTakenOver } = crosswalk
  const rows = new Map(
    sets.flatMap((set) => set.rows.map((row) => [row.entity, { row, set: set.name ?? set.entity }] as const)),
  )
  return (
    <section className="tied" aria-labelledby="gaps">
      <h2 id="gaps">{t('crosswalk.gaps')}</h2>
      <h3>{t('crosswalk.uncovered')}</h3>
      {uncovered.length === 0 ? (
        <p className="quiet">{t('crosswalk.nothingUncovered')}</p>
      ) : (
        <ul className="plain-rows">
          {uncovered.map(({ text, principles }) => (
            <li key={text}>
              {text}
              <ul className="gap-principles">
                {principles.flatMap((entity) => {
                  const found = rows.get(entity)
                  return found ? [<GapPrinciple key={entity} row={found.row} set={found.set} />] : []
                })}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('crosswalk.unheard')}</h3>
      <NormLine norms={norms} ids={alone} title={t('crosswalk.alone')} none={t('crosswalk.noneAlone')} />
      <NormLine norms={norms} ids={onlyTakenOver} title={t('crosswalk.onlyTakenOver')} />
    </section>
  )
}

function GapPrinciple({ row, set }: { readonly row: CrosswalkRow; readonly set: string | undefined }) {
  return (
    <li>
      <GoLink to={recordPath(row.entity)}>{row.name}</GoLink> <span className="quiet">{set}</span>
    </li>
  )
}

interface NormLineProps {
  readonly norms: readonly Norm[]
  readonly ids: readonly string[]
  readonly title: string
  /** said where there is none; nothing when left out */
  readonly none?: string
}

function NormLine({ norms, ids, title, none }: NormLineProps) {
  const t = useText()
  const found = norms.filter(({ id }) => ids.includes(id))
  if (found.length === 0) return none === undefined ? null : <p>{none}</p>
  return (
    <>
      <p>{title}</p>
      <ul className="plain-rows">
        {found.map(({ id, letter, label }) => (
          <li key={id}>
            <GoLink to={normPath(id)}>{t('norm.title', { letter, label })}</GoLink>
          </li>
        ))}
      </ul>
    </>
  )
}
