import BankTransfer from './bank-transfer/settings';
import Stripe from './stripe/settings';

/** How clients can pay, each gateway with what it is set up with: the tab Payments. */
export default function GatewaySettings() {
	return (
		<>
			<Stripe />
			<BankTransfer />
		</>
	);
}
