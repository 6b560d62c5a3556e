/** Changes in a table: what of, which, how it read and how it reads. */
import type { HistoryAnswer } from '@demarche/api'
import { useText } from '../../texts.ts'
import { changeWords, type Known, subjectWords } from './change-words.ts'

interface Props {
  readonly changes: HistoryAnswer['changes']
  readonly known: Known
  readonly caption: string
  /** what its two columns are of */
  readonly before: string
  readonly after: string
  /** the days whose law is spoken of */
  readonly from: string
  readonly to: string
}

export function ChangeTable({ changes, known, caption, before, after, from, to }: Props) {
  const t = useText()
  return (
    <table className="table cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.part')}</th>
          <th scope="col">{t('history.subject')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <tr key={index}>
            <td data-label={t('history.part')}>{t(`part.${change.part}`)}</td>
            <th scope="row">{subjectWords(change, known)}</th>
            <td data-label={before}>{changeWords(change, change.before, from, known)}</td>
            <td data-label={after}>{changeWords(change, change.after, to, known)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
