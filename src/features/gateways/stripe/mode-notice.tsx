import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, check } from '@wordpress/icons';
import type { StripeSettings } from '../../../contract/gateways/stripe';

const words: Record< StripeSettings[ 'mode' ], () => [ title: string, text: string ] > = {
	live: () => [
		__( 'Live mode: real payments', 'counterfoil' ),
		__( 'Clients’ cards are charged and the money goes to your Stripe account.', 'counterfoil' ),
	],
	test: () => [
		__( 'Test mode: no real payments', 'counterfoil' ),
		__( 'Real cards are declined. To try a payment, use Stripe’s test card 4242 4242 4242 4242.', 'counterfoil' ),
	],
};

/** Says loudly whether real money moves, and whether anybody can pay at all. */
export function ModeNotice( { settings }: { readonly settings: StripeSettings } ) {
	const { mode } = settings;
	const keys = settings[ mode ];
	const canPay = keys.publishable_key !== '' && keys.secret_key.last4 !== '' && ! settings.unreadable;
	const [ title, text ] = words[ mode ]();
	return (
		<div className={ `counterfoil-mode is-${ mode }${ canPay ? '' : ' is-incomplete' }` }>
			<Icon icon={ mode === 'live' && canPay ? check : caution } size={ 24 } />
			<div>
				<strong>{ title }</strong>
				<p>
					{ canPay
						? text
						: __(
								'Clients can’t pay online yet because the keys for this mode are missing.',
								'counterfoil'
							) }
				</p>
			</div>
		</div>
	);
}
