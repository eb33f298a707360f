import { __, _x, sprintf } from '@wordpress/i18n';
import type { Money } from '../../../contract/common';
import type { Statement } from '../../../contract/statements';
import { formatDay } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';

/** What the period began with and what it ends with. */
export function Sums( { statement }: { readonly statement: Statement } ) {
	const { from, to, opening, closing, outstanding, credit, prepaid } = statement;
	return (
		<>
			<h2>
				{
					/* translators: 1: first day, 2: last day */
					sprintf( __( '%1$s to %2$s', 'counterfoil' ), formatDay( from ), formatDay( to ) )
				}
			</h2>
			<dl className="counterfoil-statement__sums">
				<Sum label={ __( 'Opening balance', 'counterfoil' ) } value={ opening } />
				<Sum label={ __( 'Closing balance', 'counterfoil' ) } value={ closing } />
				{ ( credit.amount !== 0 || prepaid.amount !== 0 ) && (
					<Sum label={ __( 'Outstanding', 'counterfoil' ) } value={ outstanding } />
				) }
				{ credit.amount !== 0 && <Sum label={ __( 'Credit balance', 'counterfoil' ) } value={ credit } /> }
				{ prepaid.amount !== 0 && <Sum label={ __( 'Prepaid', 'counterfoil' ) } value={ prepaid } /> }
			</dl>
		</>
	);
}

function Sum( { label, value }: { readonly label: string; readonly value: Money } ) {
	return (
		<div>
			<dt>{ label }</dt>
			<dd className="counterfoil-money">{ formatMoney( value ) }</dd>
		</div>
	);
}

interface EntriesProps {
	readonly statement: Statement;
	/** This is not the first page. */
	readonly goesOn: boolean;
}

export function Entries( { statement, goesOn }: EntriesProps ) {
	if ( statement.items.length === 0 ) {
		return (
			<p className="counterfoil-panel__quiet">
				{ __( 'No entries in this period. Choose another period to see earlier ones.', 'counterfoil' ) }
			</p>
		);
	}
	return (
		<table className="counterfoil-statement__entries">
			<thead>
				<tr>
					<th scope="col">{ __( 'Date', 'counterfoil' ) }</th>
					<th scope="col">{ __( 'Entry', 'counterfoil' ) }</th>
					<th scope="col">{ __( 'Charges', 'counterfoil' ) }</th>
					<th scope="col">{ __( 'Payments and credits', 'counterfoil' ) }</th>
					<th scope="col">{ _x( 'Balance', 'of an account', 'counterfoil' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ goesOn && (
					<tr>
						<td />
						<td>{ __( 'Balance carried forward', 'counterfoil' ) }</td>
						<td />
						<td />
						<td className="counterfoil-money">{ formatMoney( statement.page_opening ) }</td>
					</tr>
				) }
				{ statement.items.map( ( { id, day, text, invoice_id: invoice, charged, relieved, balance } ) => (
					<tr key={ id }>
						<td>{ formatDay( day ) }</td>
						<td>{ invoice === null ? text : <a href={ `#/invoices/${ invoice }` }>{ text }</a> }</td>
						<td className="counterfoil-money">{ charged.amount === 0 ? '' : formatMoney( charged ) }</td>
						<td className="counterfoil-money">
							{ relieved.amount === 0
								? ''
								: formatMoney( { amount: -relieved.amount, currency: relieved.currency } ) }
						</td>
						<td className="counterfoil-money">{ formatMoney( balance ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
