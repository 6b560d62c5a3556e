/** The public page and its addresses: without a session, without the frame of the desk. */
import { Route, Switch } from 'wouter'
import { useText } from '../../texts.ts'
import { OwnSubmission } from './own-submission.tsx'
import { PublicConsultation } from './public-consultation.tsx'
import { PublicFrame } from './public-frame.tsx'
import { PublicHome } from './public-home.tsx'
import { PublicList } from './public-list.tsx'
import { PublicRecord } from './public-record.tsx'

export default function PublicApp() {
  const t = useText()
  return (
    <PublicFrame>
      <Switch>
        <Route path="/public" component={PublicHome} />
        <Route path="/public/submission" component={OwnSubmission} />
        <Route path="/public/records" component={PublicList} />
        <Route path="/public/records/:entity" component={PublicRecord} />
        <Route path="/public/consultations/:entity" component={PublicConsultation} />
        <Route>
          <h1>{t('public.title')}</h1>
          <p>{t('public.nothing')}</p>
        </Route>
      </Switch>
    </PublicFrame>
  )
}
