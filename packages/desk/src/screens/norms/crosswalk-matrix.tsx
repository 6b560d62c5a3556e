/** The crosswalk: principles by set against the norms; on a phone a list for each norm. Every cell opens its record. */
import type { Crosswalk, CrosswalkCell, CrosswalkRow, CrosswalkSet, Norm } from '@demarche/core'
import { normPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'
import { StrengthWord } from './strength-word.tsx'

interface Props {
  readonly norms: readonly Norm[]
  readonly crosswalk: Crosswalk
}

export function CrosswalkMatrix({ norms, crosswalk }: Props) {
  const t = useText()
  return (
    <div className="crosswalk-wide">
      <p className="quiet">{t('crosswalk.legend')}</p>
      <table className="table crosswalk">
        <caption className="sr-only">{t('crosswalk.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('crosswalk.principle')}</th>
            {norms.map(({ id, letter, label }) => (
              <th scope="col" key={id}>
                <GoLink to={normPath(id)} title={label}>
                  {t('crosswalk.letter', { letter })}
                  <span className="sr-only"> {label}</span>
                </GoLink>
              </th>
            ))}
            <th scope="col">{t('crosswalk.noNorm')}</th>
          </tr>
        </thead>
        {crosswalk.sets.map((set) => (
          <tbody key={set.entity ?? ''}>
            <tr className="crosswalk-set">
              <th scope="rowgroup" colSpan={norms.length + 2}>
                <SetName set={set} />
                {set.takesOverAll && <span className="quiet"> {t('crosswalk.takesOverAll')}</span>}
              </th>
            </tr>
            {set.rows.map((row) => (
              <PrincipleRow key={row.entity} norms={norms} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function SetName({ set }: { readonly set: CrosswalkSet }) {
  const t = useText()
  if (set.entity === undefined) return t('crosswalk.noSet')
  return <GoLink to={recordPath(set.entity)}>{set.name ?? set.entity}</GoLink>
}

function PrincipleRow({ norms, row }: { readonly norms: readonly Norm[]; readonly row: CrosswalkRow }) {
  const { entity, name, number, cells, beyond } = row
  return (
    <tr>
      <th scope="row">
        {number !== undefined && <span className="quiet num">{number}</span>} {name}
      </th>
      {norms.map(({ id, label }) => (
        <td key={id}>
          {cells
            .filter(({ norm }) => norm === id)
            .map((cell, index) => (
              <GoLink
                key={index}
                className="crosswalk-cell"
                to={recordPath(entity)}
                title={cell.why ?? label}
              >
                <CellWords cell={cell} />
              </GoLink>
            ))}
        </td>
      ))}
      <td>
        {beyond.map((text) => (
          <GoLink key={text} className="crosswalk-cell" to={recordPath(entity)} title={text}>
            <StrengthWord strength="beyond" />
          </GoLink>
        ))}
      </td>
    </tr>
  )
}

function CellWords({ cell }: { readonly cell: CrosswalkCell }) {
  const t = useText()
  return (
    <>
      <StrengthWord strength={cell.strength} />{' '}
      <span className="crosswalk-ground">
        {t(cell.verified ? 'crosswalk.verified' : 'crosswalk.judgement')}
      </span>
    </>
  )
}

export function CrosswalkByNorm({ norms, crosswalk }: Props) {
  const t = useText()
  return (
    <div className="crosswalk-narrow">
      {norms.map(({ id, letter, label }) => {
        const found = crosswalk.sets.flatMap((set) =>
          set.rows.flatMap((row) =>
            row.cells.filter(({ norm }) => norm === id).map((cell) => ({ set, row, cell })),
          ),
        )
        return (
          <details key={id} className="more">
            <summary>
              {t('norm.title', { letter, label })}{' '}
              <span className="quiet">{t('crosswalk.principles', { count: found.length })}</span>
            </summary>
            <ul className="plain-rows">
              {found.map(({ set, row, cell }, index) => (
                <li key={index}>
                  <GoLink to={recordPath(row.entity)}>{row.name}</GoLink>{' '}
                  <span className="quiet">{set.name ?? set.entity}</span>
                  <br />
                  <CellWords cell={cell} /> {cell.why}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
