import { __ } from '@wordpress/i18n';
import type { BankImport } from '../../contract/bank';
import { PaymentTabs } from '../../domain/payments/payment-tabs';
import { formatMoment } from '../../shared/dates';
import { EmptyState } from '../../shared/empty-state';
import { Pager } from '../../shared/list/pager';
import { usePages } from '../../shared/list/pages';
import { Loaded } from '../../shared/loaded';
import { Page } from '../../shared/page';
import { Problem } from '../../shared/problem';
import { useRead } from '../../shared/store';
import { UploadStatement } from './upload';
import { accountName, daysOf, formatName } from './words';
import './bank.scss';

const ALL = {};

/** Bank statements that were imported, and how far each is matched. */
export default function BankStatements() {
	const pages = usePages( ALL );
	const read = useRead( 'bank.imports', { query: { per_page: 25, cursor: pages.cursor } } );
	return (
		<Page title={ __( 'Bank statements', 'counterfoil' ) }>
			<PaymentTabs current="statements" />
			<UploadStatement />
			<Loaded read={ read }>
				{ ( { items, next_cursor: next } ) =>
					items.length === 0 ? (
						<EmptyState
							title={ __( 'No bank statements yet', 'counterfoil' ) }
							text={ __(
								'Download a statement from your online banking and import it here. Transfers are matched with your open invoices, and you confirm what they pay.',
								'counterfoil'
							) }
						/>
					) : (
						<>
							<Problem error={ read.error } onRetry={ read.reload } />
							<ul
								className="counterfoil-bank__imports"
								aria-label={ __( 'Bank statements', 'counterfoil' ) }
							>
								{ items.map( ( item ) => (
									<ImportRow key={ item.id } item={ item } />
								) ) }
							</ul>
							<Pager pages={ pages } next={ next } />
						</>
					)
				}
			</Loaded>
		</Page>
	);
}

function ImportRow( { item }: { readonly item: BankImport } ) {
	const { sure, likely, none } = item.open;
	const waits = [
		[ __( 'Sure', 'counterfoil' ), sure ],
		[ __( 'Likely', 'counterfoil' ), likely ],
		[ __( 'No match', 'counterfoil' ), none ],
		[ __( 'Matched', 'counterfoil' ), item.matched ],
		[ __( 'Ignored', 'counterfoil' ), item.ignored ],
	] as const;
	return (
		<li className="counterfoil-bank__import">
			<div className="counterfoil-bank__who">
				<a href={ `#/payments/statements/${ item.id }` } dir="auto">
					<strong>{ item.file_name }</strong>
				</a>
				<span>
					{ [ formatName( item ), accountName( item.account ), daysOf( item ) ]
						.filter( Boolean )
						.join( ' · ' ) }
				</span>
				<span>
					{ formatMoment( item.imported_at ) } · { item.imported_by }
				</span>
			</div>
			<dl className="counterfoil-bank__counts">
				{ waits.map( ( [ label, count ] ) => (
					<div key={ label }>
						<dt>{ label }</dt>
						<dd>{ count }</dd>
					</div>
				) ) }
			</dl>
		</li>
	);
}
