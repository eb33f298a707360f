import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import type { Money } from '../../../contract/common';
import { formatMoney } from '../../../shared/money';

interface Props {
	readonly label: string;
	readonly sums: readonly Money[];
	readonly currency: string;
	/** The list it is the sum of. */
	readonly href: string;
	readonly tone?: 'bad';
}

function Figure( { label, sums, currency, href, tone }: Props ) {
	const amounts = sums.length > 0 ? sums : [ { amount: 0, currency } ];
	const isBad = tone === 'bad' && amounts.some( ( { amount } ) => amount > 0 );
	return (
		<a className={ `counterfoil-client-figure${ isBad ? ' is-bad' : '' }` } href={ href }>
			<span className="counterfoil-client-figure__label">{ label }</span>
			{ amounts.map( ( sum ) => (
				<span key={ sum.currency } className="counterfoil-client-figure__sum counterfoil-money">
					{ formatMoney( sum ) }
				</span>
			) ) }
		</a>
	);
}

/** What is owed and what came in. Each figure opens its list. */
export function Figures( { client }: { readonly client: Client } ) {
	const list = `#/clients/${ client.id }/invoices`;
	const { currency } = client;
	return (
		<div className="counterfoil-client-figures">
			<Figure
				label={ __( 'Overdue', 'counterfoil' ) }
				sums={ client.overdue }
				currency={ currency }
				href={ `${ list }?state=overdue` }
				tone="bad"
			/>
			<Figure
				label={ __( 'To be paid in all', 'counterfoil' ) }
				sums={ client.due }
				currency={ currency }
				href={ list }
			/>
			<Figure
				label={ __( 'Net billings', 'counterfoil' ) }
				sums={ client.net_billings }
				currency={ currency }
				href={ `${ list }?state=paid` }
			/>
			{ client.credit.some( ( { amount } ) => amount > 0 ) && (
				<Figure
					label={ __( 'Paid too much', 'counterfoil' ) }
					sums={ client.credit }
					currency={ currency }
					href={ list }
				/>
			) }
			<a className="counterfoil-client-figure" href={ list }>
				<span className="counterfoil-client-figure__label">{ __( 'Invoices', 'counterfoil' ) }</span>
				<span className="counterfoil-client-figure__sum">{ client.invoice_count }</span>
			</a>
		</div>
	);
}
