import type { Bank } from './banks';
import { caller_of_tenant } from './keys';
import type { Network } from './network';
import type { PaymentIntent, PaymentMethod } from './objects';
import { random } from './world';

/**
 * What the payer agreed to by confirming a debit; null where a way of paying has none.
 *
 * @see https://docs.stripe.com/payments/sepa-debit#mandates
 */
export function mandate_for( net: Network, intent: PaymentIntent, method: PaymentMethod, bank: Bank ): string | null {
	if ( bank.type !== 'sepa_debit' && bank.type !== 'bacs_debit' ) {
		return null;
	}
	const id = net.world.id( 'mandate' );
	const reference = random( 16 ).toUpperCase();
	const url = `${ net.origin }/mandates/${ id }`;
	net.world.insert( 'mandates', caller_of_tenant( intent._tenant ), {
		id,
		object: 'mandate',
		customer_acceptance: {
			accepted_at: net.world.now(),
			online: { ip_address: '127.0.0.1', user_agent: 'Test' },
			type: 'online',
		},
		payment_method: method.id,
		payment_method_details:
			bank.type === 'sepa_debit'
				? { type: 'sepa_debit', sepa_debit: { reference, url } }
				: {
						type: 'bacs_debit',
						bacs_debit: { network_status: 'accepted', reference, revocation_reason: null, url },
					},
		single_use: { amount: intent.amount, currency: intent.currency },
		status: 'active',
		type: 'single_use',
	} );
	return id;
}
