import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../contract/invoices';
import type { InvoiceLateFees } from '../../contract/late-fees';
import { boot } from '../../shared/boot';
import { formatDay } from '../../shared/dates';
import { localMark } from '../../shared/decimal';
import { navigate } from '../../shared/location';
import { formatMoney } from '../../shared/money';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

type Proposed = NonNullable< InvoiceLateFees[ 'proposed' ] >;

/** The late fee that can be asked for on an overdue invoice, and those that were. */
export function LateFee( { invoice }: { readonly invoice: Invoice } ) {
	return invoice.state === 'overdue' ? <Panel invoiceId={ invoice.id } /> : null;
}

function Panel( { invoiceId }: { readonly invoiceId: number } ) {
	const { data } = useRead( 'late-fees.of-invoice', { params: { id: invoiceId } } );
	if ( ! data || ( ! data.proposed && data.added.length === 0 ) ) {
		return null;
	}
	return (
		<section className="counterfoil-panel counterfoil-late-fee" aria-labelledby="counterfoil-late-fee">
			<h2 id="counterfoil-late-fee">{ __( 'Late fee', 'counterfoil' ) }</h2>
			{ data.added.length > 0 && (
				<ul className="counterfoil-payments">
					{ data.added.map( ( { invoice_id: id, number, amount } ) => (
						<li key={ id }>
							<span className="counterfoil-payments__what">
								<strong className="counterfoil-money">{ formatMoney( amount ) }</strong>
							</span>
							<a href={ `#/invoices/${ id }` }>{ number ?? __( 'On a draft', 'counterfoil' ) }</a>
						</li>
					) ) }
				</ul>
			) }
			{ data.proposed && <Proposal invoiceId={ invoiceId } proposed={ data.proposed } /> }
		</section>
	);
}

function Proposal( { invoiceId, proposed }: { readonly invoiceId: number; readonly proposed: Proposed } ) {
	const add = useCommand( 'late-fees.add' );
	const { amount, draft } = proposed;
	const addTo = async ( draftId: number | null ) => {
		const answer = await add.run( { params: { id: invoiceId }, body: { amount, draft_id: draftId } } );
		if ( answer ) {
			toast( __( 'Late fee added. Check the draft, then send it.', 'counterfoil' ) );
			navigate( `/invoices/${ answer.draft_id }/edit` );
		}
	};
	return (
		<>
			<Problem error={ add.error } onDismiss={ add.clearError } />
			<p className="counterfoil-panel__quiet">{ reason( proposed ) }</p>
			{ boot().can.bill && (
				<>
					<Button
						variant="secondary"
						isBusy={ add.isBusy }
						disabled={ add.isBusy }
						accessibleWhenDisabled
						onClick={ () => void addTo( draft?.id ?? null ) }
						__next40pxDefaultSize
					>
						{ sprintf(
							/* translators: %s: amount */
							__( 'Add a late fee of %s', 'counterfoil' ),
							formatMoney( amount )
						) }
					</Button>
					<p className="counterfoil-panel__quiet">
						{ draft
							? sprintf(
									/* translators: %s: amount */
									__( 'It’s added to this client’s draft of %s. Nothing is sent.', 'counterfoil' ),
									formatMoney( draft.total )
								)
							: __( 'It’s put on a new draft. Nothing is sent.', 'counterfoil' ) }
					</p>
					{ draft && (
						<Button
							variant="link"
							disabled={ add.isBusy }
							accessibleWhenDisabled
							onClick={ () => void addTo( null ) }
						>
							{ __( 'Use a new draft instead', 'counterfoil' ) }
						</Button>
					) }
				</>
			) }
		</>
	);
}

/** What it is measured by. */
function reason( { base, percent, months, from, to }: Proposed ): string {
	if ( percent === null ) {
		return __( 'A fixed amount, charged once.', 'counterfoil' );
	}
	if ( months === null || to === null ) {
		return sprintf(
			/* translators: 1: percentage without its sign, 2: amount */
			__( '%1$s%% of %2$s, charged once.', 'counterfoil' ),
			localMark( percent ),
			formatMoney( base )
		);
	}
	return sprintf(
		/* translators: 1: percentage without its sign, 2: amount, 3: number of months, 4: first day, 5: last day */
		_n(
			'%1$s%% of %2$s for %3$d month (%4$s to %5$s).',
			'%1$s%% of %2$s per month for %3$d months (%4$s to %5$s).',
			months,
			'counterfoil'
		),
		localMark( percent ),
		formatMoney( base ),
		months,
		formatDay( from ),
		formatDay( to )
	);
}
