import type { Bank } from './banks';
import { caller_of_tenant } from './keys';
import type { Network } from './network';
import type { PaymentIntent, PaymentMethod, SetupIntent } from './objects';
import { random } from './world';

/**
 * What the payer agreed to by confirming a debit; null where a way of paying has none.
 *
 * @see https://docs.stripe.com/payments/sepa-debit#mandates
 */
export function mandate_for(
	net: Network,
	intent: PaymentIntent | SetupIntent,
	method: PaymentMethod,
	bank: Bank
): string | null {
	if ( bank.type !== 'sepa_debit' && bank.type !== 'bacs_debit' ) {
		return null;
	}
	const known = net.world
		.all( 'mandates', intent._tenant )
		.find( ( one ) => one.payment_method === method.id && one.type === 'multi_use' );
	if ( known ) {
		return known.id;
	}
	const once =
		intent.object === 'payment_intent' && intent.setup_future_usage !== 'off_session' && method.customer === null;
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
		...( once ? { single_use: { amount: intent.amount, currency: intent.currency } } : {} ),
		status: 'active',
		type: once ? 'single_use' : 'multi_use',
	} );
	return id;
}

/** Nothing is debited by it any more. */
export function is_revoked( net: Network, method: PaymentMethod ): boolean {
	return net.world
		.all( 'mandates', method._tenant )
		.some( ( one ) => one.payment_method === method.id && one.type === 'multi_use' && one.status === 'inactive' );
}

/** The payer, or their bank, takes back what they agreed to. */
export function revoke( net: Network, method: PaymentMethod ): void {
	for ( const mandate of net.world.all( 'mandates', method._tenant ) ) {
		if ( mandate.payment_method === method.id && mandate.status === 'active' ) {
			mandate.status = 'inactive';
			net.emit( caller_of_tenant( method._tenant ), 'mandate.updated', mandate, { status: 'active' } );
		}
	}
}
