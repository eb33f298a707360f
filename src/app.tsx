import { SlotFillProvider } from '@wordpress/components';
import { lazy, Suspense } from '@wordpress/element';
import { Route, Router, Switch } from 'wouter';

import { ErrorBoundary } from './shared/error-boundary';
import { Loading } from './shared/loading';
import { useHashPath, useHashSearch } from './shared/location';
import { NotFound } from './shared/not-found';
import { Toasts } from './shared/toasts';
import { useMenu } from './shared/use-menu';

const Overview = lazy( () => import( './features/reports/screen' ) );
const InvoiceList = lazy( () => import( './features/invoices/list' ) );
const InvoiceEditor = lazy( () => import( './features/invoices/editor/screen' ) );
const InvoiceDetail = lazy( () => import( './features/invoices/detail/screen' ) );
const ClientList = lazy( () => import( './features/clients/list' ) );
const ClientDetail = lazy( () => import( './features/clients/detail/screen' ) );
const PaymentList = lazy( () => import( './features/payments/list' ) );
const BankStatements = lazy( () => import( './features/bank/list' ) );
const BankReview = lazy( () => import( './features/bank/review' ) );
const CreditNoteList = lazy( () => import( './features/credit-notes/list' ) );
const CreditNoteDetail = lazy( () => import( './features/credit-notes/screen' ) );
const ProductList = lazy( () => import( './features/products/list' ) );
const CouponList = lazy( () => import( './features/coupons/list' ) );
const CouponDetail = lazy( () => import( './features/coupons/detail/screen' ) );
const ProductDetail = lazy( () => import( './features/products/detail/screen' ) );
const SubscriptionList = lazy( () => import( './features/subscriptions/list' ) );
const SubscriptionDetail = lazy( () => import( './features/subscriptions/screen' ) );
const MrrMovements = lazy( () => import( './features/subscriptions/movements' ) );
const PriceRises = lazy( () => import( './features/subscriptions/rises/list' ) );
const PriceRise = lazy( () => import( './features/subscriptions/rises/screen' ) );
const Forecast = lazy( () => import( './features/subscriptions/forecast' ) );
const ChangeSubscription = lazy( () => import( './features/subscriptions/change/screen' ) );
const StartSubscription = lazy( () => import( './features/subscriptions/start/screen' ) );
const Reports = lazy( () => import( './features/reports/accountant/screen' ) );
const Settings = lazy( () => import( './settings' ) );

/** Every screen of the agency's side. Each is a chunk that is loaded when it is first shown. */
function Screens() {
	const [ location ] = useHashPath();
	useMenu( location );
	return (
		<ErrorBoundary key={ location }>
			<Suspense fallback={ <Loading /> }>
				<Switch>
					<Route path="/" component={ Overview } />
					<Route path="/invoices" component={ InvoiceList } />
					<Route path="/invoices/new" component={ InvoiceEditor } />
					<Route path="/invoices/:id/edit" component={ InvoiceEditor } />
					<Route path="/invoices/:id" component={ InvoiceDetail } />
					<Route path="/credit-notes" component={ CreditNoteList } />
					<Route path="/credit-notes/:id" component={ CreditNoteDetail } />
					<Route path="/payments" component={ PaymentList } />
					<Route path="/payments/statements" component={ BankStatements } />
					<Route path="/payments/statements/:id" component={ BankReview } />
					<Route path="/clients" component={ ClientList } />
					<Route path="/clients/:id/:tab?" component={ ClientDetail } />
					<Route path="/products" component={ ProductList } />
					<Route path="/products/coupons" component={ CouponList } />
					<Route path="/products/coupons/:id" component={ CouponDetail } />
					<Route path="/products/:id" component={ ProductDetail } />
					<Route path="/subscriptions" component={ SubscriptionList } />
					<Route path="/subscriptions/new" component={ StartSubscription } />
					<Route path="/subscriptions/mrr" component={ MrrMovements } />
					<Route path="/subscriptions/forecast" component={ Forecast } />
					<Route path="/subscriptions/price-rises" component={ PriceRises } />
					<Route path="/subscriptions/price-rises/:id" component={ PriceRise } />
					<Route path="/subscriptions/:id" component={ SubscriptionDetail } />
					<Route path="/subscriptions/:id/change" component={ ChangeSubscription } />
					<Route path="/reports" component={ Reports } />
					<Route path="/settings/:page?" component={ Settings } />
					<Route component={ NotFound } />
				</Switch>
			</Suspense>
		</ErrorBoundary>
	);
}

export function App() {
	return (
		<ErrorBoundary>
			<SlotFillProvider>
				<Router hook={ useHashPath } searchHook={ useHashSearch }>
					<Screens />
					<Toasts />
				</Router>
			</SlotFillProvider>
		</ErrorBoundary>
	);
}
