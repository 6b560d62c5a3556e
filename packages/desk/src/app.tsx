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

const NewCaseScreen = lazy(() => import('./screens/new-case/new-case-screen.tsx'))
const ProceduresScreen = lazy(() => import('./screens/procedures/procedures-screen.tsx'))
const ProcedureScreen = lazy(() => import('./screens/procedure/procedure-screen.tsx'))
const MeetingScreen = lazy(() => import('./screens/meeting/meeting-screen.tsx'))
const ImportScreen = lazy(() => import('./screens/import/import-screen.tsx'))
const CaseScreen = lazy(() => import('./screens/case/case-screen.tsx'))
const PortfolioScreen = lazy(() => import('./screens/portfolio/overview-screen.tsx'))
const KindScreen = lazy(() => import('./screens/portfolio/kind-screen.tsx'))
const RecordPage = lazy(() => import('./screens/portfolio/record-page.tsx'))
const OverlapsScreen = lazy(() => import('./screens/overlaps/overlaps-screen.tsx'))
const PlanScreen = lazy(() => import('./screens/overlaps/plan-screen.tsx'))
const DoctrineScreen = lazy(() => import('./screens/doctrine/doctrine-screen.tsx'))
const EntryScreen = lazy(() => import('./screens/doctrine/entry-screen.tsx'))
const RegisterScreen = lazy(() => import('./screens/register/register-screen.tsx'))
const InvitationScreen = lazy(() => import('./screens/sign-in/invitation-screen.tsx'))
const AccountScreen = lazy(() => import('./screens/account/account-screen.tsx'))
const PeopleScreen = lazy(() => import('./screens/people/people-screen.tsx'))
const NoticesScreen = lazy(() => import('./screens/notices/notices-screen.tsx'))
const RecordScreen = lazy(() => import('./screens/record/record-screen.tsx'))
const DayScreen = lazy(() => import('./screens/record/day-screen.tsx'))
const ListsScreen = lazy(() => import('./screens/access/lists-screen.tsx'))
const HelpScreen = lazy(() => import('./screens/help/help-screen.tsx'))

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
                <Route path="/portfolio" component={PortfolioScreen} />
                <Route path="/portfolio/records/:entity" component={RecordPage} />
                <Route path="/portfolio/:kind" component={KindScreen} />
                <Route path="/overlaps" component={OverlapsScreen} />
                <Route path="/overlaps/plan" component={PlanScreen} />
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
