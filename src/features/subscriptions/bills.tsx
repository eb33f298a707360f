import { __, sprintf } from '@wordpress/i18n';
import type { Renewal, Subscription } from '../../contract/subscriptions/subscription';
import { formatDay } from '../../shared/dates';
import { formatMoney } from '../../shared/money';

const states: Record< Renewal[ 'state' ], { look: string; label: () => string } > = {
	claimed: { look: 'is-draft', label: () => __( 'Being issued', 'counterfoil' ) },
	billed: { look: 'is-due', label: () => __( 'Due', 'counterfoil' ) },
	paid: { look: 'is-paid', label: () => __( 'Paid', 'counterfoil' ) },
	given_up: { look: 'is-overdue', label: () => __( 'Unpaid', 'counterfoil' ) },
	called_off: { look: 'is-void', label: () => __( 'Void', 'counterfoil' ) },
};

/** The bills that were made of a subscription, newest first. */
export function Bills( { subscription }: { readonly subscription: Subscription } ) {
	const first = firstPaid( subscription );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-subscription-bills">
			<h2 id="counterfoil-subscription-bills">{ __( 'Invoices', 'counterfoil' ) }</h2>
			{ subscription.renewals.length === 0 ? (
				<p className="counterfoil-panel__quiet">
					{ first
						? sprintf(
								/* translators: %s: date */
								__( 'The first invoice follows on %s.', 'counterfoil' ),
								formatDay( first )
							)
						: __( 'There are no invoices.', 'counterfoil' ) }
				</p>
			) : (
				<ul className="counterfoil-subscription__bills">
					{ subscription.renewals.map( ( renewal ) => (
						<Bill key={ renewal.id } renewal={ renewal } />
					) ) }
				</ul>
			) }
		</section>
	);
}

function Bill( { renewal: { invoice, state, periods, failure, blocked } }: { readonly renewal: Renewal } ) {
	const { look, label } = states[ state ];
	return (
		<li>
			{ invoice ? <a href={ `#/invoices/${ invoice.id }` }>{ invoice.number }</a> : <span>–</span> }
			<span className="counterfoil-panel__quiet">
				{ periods.map( ( { from, to } ) => `${ formatDay( from ) } – ${ formatDay( to ) }` ).join( ', ' ) }
			</span>
			<span className={ `counterfoil-state ${ look }` }>{ label() }</span>
			<span className="counterfoil-money">{ invoice ? formatMoney( invoice.total ) : '' }</span>
			{ state !== 'paid' && ( blocked || failure ) && (
				<span className="counterfoil-subscription__problem">
					{ blocked ||
						sprintf(
							/* translators: %s: why a charge failed, in the words for the client */
							__( 'Charge failed. We told the client: %s', 'counterfoil' ),
							failure
						) }
				</span>
			) }
		</li>
	);
}

/** The days of a trial are not billed. */
const firstPaid = ( { next_on: nextOn, trial_until: trialUntil }: Subscription ) =>
	nextOn && trialUntil && trialUntil > nextOn ? trialUntil : nextOn;
