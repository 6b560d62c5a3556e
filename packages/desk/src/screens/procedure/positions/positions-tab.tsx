/** Where the Member States stand, one line each. */
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export default function PositionsTab() {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <table className="table cards">
      <caption>{t('positions.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('positions.party')}</th>
          <th scope="col">{t('positions.position')}</th>
          <th scope="col">{t('positions.comment')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.procedure.positions.map(({ party, position, comment }) => (
          <tr key={party}>
            <th scope="row">{party}</th>
            <td data-label={t('positions.position')}>
              {position === null ? (
                <span className="quiet">{t('positions.notStated')}</span>
              ) : (
                t(`position.${position}`)
              )}
            </td>
            <td data-label={t('positions.comment')}>{comment}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
