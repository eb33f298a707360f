import { __, sprintf } from '@wordpress/i18n';
import type { Renewal, Subscription } from '../../contract/subscriptions';
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
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-subscription-bills">
			<h2 id="counterfoil-subscription-bills">{ __( 'Invoices', 'counterfoil' ) }</h2>
			{ subscription.renewals.length === 0 ? (
				<p className="counterfoil-panel__quiet">
					{ subscription.next_on
						? sprintf(
								/* translators: %s: date */
								__( 'The first invoice will be issued %s.', 'counterfoil' ),
								formatDay( subscription.next_on )
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
				<span className="counterfoil-subscription__problem">{ blocked || failure }</span>
			) }
		</li>
	);
}
