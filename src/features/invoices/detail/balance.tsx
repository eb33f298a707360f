import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { edit, recordPayment } from '../../../domain/invoices/actions';
import type { AnyInvoice } from '../../../domain/invoices/any-invoice';
import { useActions } from '../../../shared/actions/use-actions';
import { formatDay, formatMoment } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';

/** What is open, since when or until when, and the next step. */
export function Balance( { invoice }: { readonly invoice: Invoice } ) {
	const { start, dialog } = useActions< AnyInvoice >();
	const { totals, status, state } = invoice;
	// Recorded by hand as well, it would be paid twice.
	const onItsWay = invoice.payments.find( ( payment ) => payment.state === 'processing' );
	const isOpen = status === 'issued' && totals.due.amount > 0;
	return (
		<section
			className={ `counterfoil-panel counterfoil-balance is-${ state }` }
			aria-label={ __( 'Balance', 'counterfoil' ) }
		>
			<p className="counterfoil-balance__label">{ label( invoice ) }</p>
			<p className="counterfoil-balance__amount counterfoil-money">
				{ status === 'void' ? (
					<del>{ formatMoney( totals.total ) }</del>
				) : (
					formatMoney( isOpen ? totals.due : totals.total )
				) }
			</p>
			<p className="counterfoil-panel__quiet">{ when( invoice ) }</p>
			<Other invoice={ invoice } />
			<dl className="counterfoil-balance__sums">
				{ totals.paid.amount > 0 && isOpen && (
					<Sum label={ __( 'Paid so far', 'counterfoil' ) } value={ formatMoney( totals.paid ) } />
				) }
				{ totals.refunded.amount > 0 && (
					<Sum label={ __( 'Refunded', 'counterfoil' ) } value={ formatMoney( totals.refunded ) } />
				) }
				{ totals.credited.amount > 0 && (
					<Sum label={ __( 'Credited', 'counterfoil' ) } value={ formatMoney( totals.credited ) } />
				) }
				{ totals.credit.amount > 0 && (
					<Sum
						label={ __( 'In the client’s credit balance', 'counterfoil' ) }
						value={ formatMoney( totals.credit ) }
					/>
				) }
			</dl>
			{ edit.isEligible( invoice ) && (
				<Button variant="primary" href={ `#/invoices/${ invoice.id }/edit` } __next40pxDefaultSize>
					{ __( 'Edit and send', 'counterfoil' ) }
				</Button>
			) }
			{ onItsWay && (
				<p role="status">
					{ onItsWay.expected_on
						? sprintf(
								/* translators: 1: amount of money, 2: date */
								__(
									'A payment of %1$s is on its way, expected by %2$s. No reminders are sent until then.',
									'counterfoil'
								),
								formatMoney( onItsWay.amount ),
								formatDay( onItsWay.expected_on )
							)
						: sprintf(
								/* translators: %s: amount of money */
								__( 'A payment of %s is processing.', 'counterfoil' ),
								formatMoney( onItsWay.amount )
							) }
				</p>
			) }
			{ recordPayment.isEligible( invoice ) && (
				<Button
					variant={ onItsWay ? 'secondary' : 'primary' }
					onClick={ () => start( recordPayment, [ invoice ] ) }
					__next40pxDefaultSize
				>
					{ sprintf(
						/* translators: %s: amount */
						__( 'Record payment of %s', 'counterfoil' ),
						formatMoney( totals.due )
					) }
				</Button>
			) }
			{ dialog }
		</section>
	);
}

/** The invoice that a pro forma became, or the pro forma that an invoice comes from. */
function Other( { invoice }: { readonly invoice: Invoice } ) {
	const { pro_forma: proForma, made_invoice: made } = invoice;
	const other = made ?? proForma;
	if ( ! other ) {
		return null;
	}
	return (
		<p>
			{ made ? __( 'Invoice', 'counterfoil' ) : __( 'Created from pro forma', 'counterfoil' ) }{ ' ' }
			<a href={ `#/invoices/${ other.id }` }>{ other.number }</a>
		</p>
	);
}

function Sum( { label: name, value }: { readonly label: string; readonly value: string } ) {
	return (
		<div>
			<dt>{ name }</dt>
			<dd className="counterfoil-money">{ value }</dd>
		</div>
	);
}

function label( { status, totals, state }: Invoice ): string {
	if ( status === 'draft' ) {
		return __( 'Draft total', 'counterfoil' );
	}
	if ( status === 'withdrawn' ) {
		return __( 'Withdrawn, nothing to pay', 'counterfoil' );
	}
	if ( status === 'void' ) {
		return __( 'Void, nothing to pay', 'counterfoil' );
	}
	if ( totals.due.amount > 0 ) {
		return __( 'Amount due', 'counterfoil' );
	}
	if ( state === 'credited' ) {
		return __( 'Credited in full', 'counterfoil' );
	}
	return state === 'refunded' ? __( 'Paid and refunded', 'counterfoil' ) : __( 'Paid', 'counterfoil' );
}

function when( { status, state, totals, due_date: dueDate, paid_at: paidAt, voided_at: voidedAt }: Invoice ): string {
	if ( ( status === 'void' || status === 'withdrawn' ) && voidedAt ) {
		/* translators: %s: date and time */
		return sprintf( __( 'since %s', 'counterfoil' ), formatMoment( voidedAt ) );
	}
	if ( state === 'credited' ) {
		return __( 'nothing to pay', 'counterfoil' );
	}
	if ( totals.due.amount === 0 && paidAt ) {
		/* translators: %s: date and time */
		return sprintf( __( 'on %s', 'counterfoil' ), formatMoment( paidAt ) );
	}
	/* translators: %s: date */
	return sprintf( __( 'due %s', 'counterfoil' ), formatDay( dueDate ) );
}
