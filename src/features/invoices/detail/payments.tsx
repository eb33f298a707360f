import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import type { Payment } from '../../../contract/payments';
import { isProForma } from '../../../domain/invoices/any-invoice';
import { receipt, refundReceipt } from '../../../domain/payments/actions/receipt';
import { refund } from '../../../domain/payments/actions/refund';
import { undo } from '../../../domain/payments/actions/undo';
import { labelOf } from '../../../shared/actions/action';
import { useActions } from '../../../shared/actions/use-actions';
import { dayOf, formatDay, formatMoment } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';
import { Disputes } from './disputes';

const states: Record< Payment[ 'state' ], () => string > = {
	intended: () => __( 'Payment started', 'counterfoil' ),
	requires_action: () => __( 'Waiting for the client to confirm', 'counterfoil' ),
	processing: () => __( 'On its way', 'counterfoil' ),
	unknown: () => __( 'Checking with the gateway', 'counterfoil' ),
	succeeded: () => __( 'Received', 'counterfoil' ),
	failed: () => __( 'Failed', 'counterfoil' ),
	cancelled: () => __( 'Canceled', 'counterfoil' ),
};

const looks: Record< Payment[ 'state' ], string > = {
	intended: 'is-draft',
	requires_action: 'is-part_paid',
	processing: 'is-part_paid',
	unknown: 'is-part_paid',
	succeeded: 'is-paid',
	failed: 'is-overdue',
	cancelled: 'is-void',
};

/** What was undone, or was returned by the client’s bank, is not received any more. */
function stateOf( { state, is_undone: isUndone, reversals }: Payment ): { look: string; words: string } {
	if ( isUndone ) {
		return { look: 'is-void', words: __( 'Undone', 'counterfoil' ) };
	}
	return reversals.some( ( { reason, restored_at: restoredAt } ) => reason === 'returned' && ! restoredAt )
		? { look: 'is-overdue', words: __( 'Returned', 'counterfoil' ) }
		: { look: looks[ state ], words: states[ state ]() };
}

/** The other bills that a payment is for; those that it was meant for, where it did not come. */
function othersOf( { state, others }: Payment ): string {
	const bills = others.map( ( { number, amount } ) => `${ number }: ${ formatMoney( amount ) }` ).join( ', ' );
	return state === 'succeeded'
		? sprintf(
				/* translators: %s: list of invoice numbers and amounts */
				__( 'Paid together with %s', 'counterfoil' ),
				bills
			)
		: sprintf(
				/* translators: %s: list of invoice numbers and amounts */
				__( 'Also for %s', 'counterfoil' ),
				bills
			);
}

/** Money that came, is coming or failed to come for this invoice. */
export function Payments( { invoice }: { readonly invoice: Invoice } ) {
	const { start, dialog } = useActions< Payment >();
	if ( invoice.payments.length === 0 ) {
		return null;
	}
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-payments">
			<h2 id="counterfoil-invoice-payments">{ __( 'Payments', 'counterfoil' ) }</h2>
			<ul className="counterfoil-payments">
				{ invoice.payments.map( ( payment ) => (
					<li key={ payment.id }>
						<span className="counterfoil-payments__what">
							<strong className="counterfoil-money">{ formatMoney( payment.amount ) }</strong>{ ' ' }
							<span className={ `counterfoil-state ${ stateOf( payment ).look }` }>
								{ stateOf( payment ).words }
							</span>
						</span>
						<Quiet
							words={ [ payment.method, payment.mode === 'test' && __( 'test mode', 'counterfoil' ) ] }
						/>
						<Quiet words={ [ payment.reference ] } />
						<Quiet words={ [ whenOf( payment ) ] } />
						{ payment.state === 'succeeded' && payment.applied.amount !== payment.amount.amount && (
							<span>
								{ isProForma( invoice )
									? sprintf(
											/* translators: %s: amount */
											__( '%s applied to this pro forma invoice', 'counterfoil' ),
											formatMoney( payment.applied )
										)
									: sprintf(
											/* translators: %s: amount */
											__( '%s applied to this invoice', 'counterfoil' ),
											formatMoney( payment.applied )
										) }
							</span>
						) }
						{ payment.others.length > 0 && <span>{ othersOf( payment ) }</span> }
						{ payment.refunded.amount > 0 && (
							<span>
								{ sprintf(
									/* translators: %s: amount */
									__( '%s refunded', 'counterfoil' ),
									formatMoney( payment.refunded )
								) }
							</span>
						) }
						<Disputes disputes={ payment.disputes } />
						{ payment.expected_on && (
							<span>
								{ sprintf(
									/* translators: %s: date */
									__( 'Expected by %s', 'counterfoil' ),
									formatDay( payment.expected_on )
								) }
							</span>
						) }
						{ payment.reversals.map( ( { what, amount, at, restored_at: restoredAt } ) => (
							<span
								key={ at + what }
								className={ restoredAt ? undefined : 'counterfoil-payments__failure' }
							>
								{ `${ what } · ${ formatMoney( amount ) } · ${ formatMoment( at ) }` }
								{ restoredAt &&
									` · ${ sprintf(
										/* translators: %s: date and time */
										__( 'received again %s', 'counterfoil' ),
										formatMoment( restoredAt )
									) }` }
							</span>
						) ) }
						{ payment.failure && (
							<span className="counterfoil-payments__failure">{ payment.failure }</span>
						) }
						{ payment.flag && <span className="counterfoil-payments__failure">{ payment.flag }</span> }
						{ [ receipt, refundReceipt, refund, undo ]
							.filter( ( action ) => action.isEligible( payment ) )
							.map( ( action ) => (
								<Button key={ action.id } variant="link" onClick={ () => start( action, [ payment ] ) }>
									{ labelOf( action, [ payment ] ) }
								</Button>
							) ) }
					</li>
				) ) }
			</ul>
			{ dialog }
		</section>
	);
}

/** Of money that came past a gateway the day is known, and no hour. What is not decided says since when, and until when. */
function whenOf( { mode, state, succeeded_at: came, created_at: begun }: Payment ): string {
	if ( mode === 'offline' ) {
		return formatDay( dayOf( came ?? begun ) );
	}
	switch ( state ) {
		case 'intended':
		case 'requires_action':
			return sprintf(
				/* translators: 1: date and time, 2: date and time a day later */
				__( 'Started %1$s. Canceled automatically if it isn’t completed by %2$s.', 'counterfoil' ),
				formatMoment( begun ),
				formatMoment( aDayAfter( begun ) )
			);
		case 'processing':
		case 'unknown':
			return sprintf(
				/* translators: %s: date and time */
				__( 'Started %s. We check for updates automatically.', 'counterfoil' ),
				formatMoment( begun )
			);
		default:
			return formatMoment( came ?? begun );
	}
}

/** Until then a payer can go on with a payment: see CheckPayment. */
const aDayAfter = ( moment: string ) => new Date( Date.parse( moment ) + 24 * 60 * 60 * 1000 ).toISOString();

function Quiet( { words }: { readonly words: ReadonlyArray< string | false | null > } ) {
	const line = words.filter( Boolean ).join( ' · ' );
	return line === '' ? null : <bdi className="counterfoil-panel__quiet">{ line }</bdi>;
}
