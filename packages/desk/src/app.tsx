/**
 * The screens and their addresses. Everything but the list of cases is loaded when it is first opened.
 */
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Frame } from './frame/frame.tsx'
import { ToastProvider } from './frame/toasts.tsx'
import { Loading } from './parts/await.tsx'
import { NotFound } from './parts/not-found.tsx'
import { CasesScreen } from './screens/cases/cases-screen.tsx'
import { SignInScreen } from './screens/sign-in/sign-in-screen.tsx'
import { withPartsOfTexts, withTexts } from './texts.ts'

const NewCaseScreen = lazy(withTexts(() => import('./screens/new-case/new-case-screen.tsx')))
const ProceduresScreen = lazy(withTexts(() => import('./screens/procedures/procedures-screen.tsx')))
const ProcedureScreen = lazy(withTexts(() => import('./screens/procedure/procedure-screen.tsx')))
const MeetingScreen = lazy(withTexts(() => import('./screens/meeting/meeting-screen.tsx')))
const ImportScreen = lazy(withTexts(() => import('./screens/import/import-screen.tsx')))
const CaseScreen = lazy(withTexts(() => import('./screens/case/case-screen.tsx')))
const PartnersScreen = lazy(withTexts(() => import('./screens/partner/partners-screen.tsx')))
const PartnerScreen = lazy(withTexts(() => import('./screens/partner/partner-screen.tsx')))
const PortfolioScreen = lazy(withTexts(() => import('./screens/portfolio/overview-screen.tsx')))
const KindScreen = lazy(withTexts(() => import('./screens/portfolio/kind-screen.tsx')))
const NewRecordScreen = lazy(withTexts(() => import('./screens/portfolio/new-record-screen.tsx')))
const RecordPage = lazy(withTexts(() => import('./screens/portfolio/record-page.tsx')))
const NormsScreen = lazy(withTexts(() => import('./screens/norms/norms-screen.tsx')))
const CompareScreen = lazy(withTexts(() => import('./screens/norms/compare-screen.tsx')))
const NormScreen = lazy(withTexts(() => import('./screens/norms/norm-screen.tsx')))
const SurveyScreen = lazy(withTexts(() => import('./screens/norms/survey-screen.tsx')))
const DoctrineScreen = lazy(withTexts(() => import('./screens/doctrine/doctrine-screen.tsx')))
const EntryScreen = lazy(withTexts(() => import('./screens/doctrine/entry-screen.tsx')))
const RegisterScreen = lazy(withTexts(() => import('./screens/register/register-screen.tsx')))
const InvitationScreen = lazy(withTexts(() => import('./screens/sign-in/invitation-screen.tsx')))
const AccountScreen = lazy(withTexts(() => import('./screens/account/account-screen.tsx')))
const PeopleScreen = lazy(withTexts(() => import('./screens/people/people-screen.tsx')))
const NoticesScreen = lazy(withTexts(() => import('./screens/notices/notices-screen.tsx')))
const RecordScreen = lazy(withTexts(() => import('./screens/record/record-screen.tsx')))
const DayScreen = lazy(withTexts(() => import('./screens/record/day-screen.tsx')))
const ListsScreen = lazy(withTexts(() => import('./screens/access/lists-screen.tsx')))
const HelpScreen = lazy(withTexts(() => import('./screens/help/help-screen.tsx')))
const ConfidenceScreen = lazy(withTexts(() => import('./screens/confidence/confidence-screen.tsx')))
const ContactsScreen = lazy(withTexts(() => import('./screens/confidence/contacts-screen.tsx')))
const ReplyScreen = lazy(withTexts(() => import('./screens/confidence/reply-screen.tsx')))
const ReportScreen = lazy(withTexts(() => import('./screens/confidence/report-screen.tsx')))
const OverlapsScreen = lazy(withTexts(() => import('./screens/overlaps/overlaps-screen.tsx')))
const ConsultationScreen = lazy(withTexts(() => import('./screens/consultation/consultation-screen.tsx')))
const PublicApp = lazy(
  withPartsOfTexts(['public', 'portfolio'], () => import('./screens/public/public-app.tsx')),
)
const ChangesScreen = lazy(withTexts(() => import('./screens/changes/changes-screen.tsx')))
const ComingScreen = lazy(withTexts(() => import('./screens/coming/coming-screen.tsx')))
const GapsScreen = lazy(withTexts(() => import('./screens/gaps/gaps-screen.tsx')))
const GoalsScreen = lazy(withTexts(() => import('./screens/goals/goals-screen.tsx')))
const OpenPointsScreen = lazy(withTexts(() => import('./screens/open-points/open-points-screen.tsx')))
const PlanScreen = lazy(withTexts(() => import('./screens/overlaps/plan-screen.tsx')))

export function App() {
  return (
    <ToastProvider>
      <Switch>
        <Route path="/sign-in">
          <SignInScreen />
        </Route>
        <Route path="/invitation">
          <Suspense fallback={<Loading />}>
            <InvitationScreen />
          </Suspense>
        </Route>
        <Route path="/public/*?">
          <Suspense fallback={<Loading />}>
            <PublicApp />
          </Suspense>
        </Route>
        <Route path="/contact-reply">
          <Suspense fallback={<Loading />}>
            <ReplyScreen />
          </Suspense>
        </Route>
        <Route>
          <Frame>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/">
                  <Redirect to="/cases" replace />
                </Route>
                <Route path="/cases" component={CasesScreen} />
                <Route path="/cases/new" component={NewCaseScreen} />
                <Route path="/cases/:entity/:tab?" component={CaseScreen} />
                <Route path="/procedures" component={ProceduresScreen} />
                <Route path="/procedures/:entity/:tab?" component={ProcedureScreen} />
                <Route path="/meetings/:body" component={MeetingScreen} />
                <Route path="/partners" component={PartnersScreen} />
                <Route path="/partners/:code" component={PartnerScreen} />
                <Route path="/portfolio" component={PortfolioScreen} />
                <Route path="/portfolio/records/:entity" component={RecordPage} />
                <Route path="/portfolio/:kind" component={KindScreen} />
                <Route path="/consultations/:entity" component={ConsultationScreen} />
                <Route path="/norms" component={NormsScreen} />
                <Route path="/portfolio/:kind/new" component={NewRecordScreen} />
                <Route path="/norms/compare" component={CompareScreen} />
                <Route path="/norms/survey" component={SurveyScreen} />
                <Route path="/norms/:norm" component={NormScreen} />
                <Route path="/changes" component={ChangesScreen} />
                <Route path="/coming" component={ComingScreen} />
                <Route path="/gaps" component={GapsScreen} />
                <Route path="/goals" component={GoalsScreen} />
                <Route path="/open-points" component={OpenPointsScreen} />
                <Route path="/overlaps" component={OverlapsScreen} />
                <Route path="/overlaps/plan" component={PlanScreen} />
                <Route path="/confidence" component={ConfidenceScreen} />
                <Route path="/confidence/contacts" component={ContactsScreen} />
                <Route path="/confidence/reports" component={ReportScreen} />
                <Route path="/import" component={ImportScreen} />
                <Route path="/doctrine" component={DoctrineScreen} />
                <Route path="/doctrine/:id" component={EntryScreen} />
                <Route path="/register" component={RegisterScreen} />
                <Route path="/notices" component={NoticesScreen} />
                <Route path="/account" component={AccountScreen} />
                <Route path="/people" component={PeopleScreen} />
                <Route path="/lists" component={ListsScreen} />
                <Route path="/record" component={RecordScreen} />
                <Route path="/record/:day" component={DayScreen} />
                <Route path="/help" component={HelpScreen} />
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </Frame>
        </Route>
      </Switch>
    </ToastProvider>
  )
}
