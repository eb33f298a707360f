import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Overview } from '../../contract/reports';

/** Money that came without being asked for, disputes, refunds that did not arrive: each leads to its invoice. */
export function MoneyProblems( { problems }: { readonly problems: Overview[ 'money_problems' ] } ) {
	if ( problems.length === 0 ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
			<strong>{ __( 'Payments that need attention', 'counterfoil' ) }</strong>
			<ul className="counterfoil-mail-problems">
				{ problems.map( ( problem, index ) => (
					<li key={ index }>
						<a href={ `#/invoices/${ problem.invoice_id }` }>{ problem.number }</a> · { problem.client }:{ ' ' }
						{ problem.text }
					</li>
				) ) }
			</ul>
		</Notice>
	);
}
