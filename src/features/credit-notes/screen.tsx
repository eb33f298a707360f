import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import { InvoicePaper } from '../../documents/paper';
import { openCreditNote } from '../../domain/invoices/actions/open-credit-note';
import { BillClient } from '../../domain/invoices/bill-client';
import { effectWords } from '../../domain/invoices/credit/surplus-words';
import { labelOf } from '../../shared/actions/action';
import { useActions } from '../../shared/actions/use-actions';
import { formatDay } from '../../shared/dates';
import { Fact } from '../../shared/fact';
import { NotFound } from '../../shared/not-found';
import { Page } from '../../shared/page';
import { Pending } from '../../shared/pending';
import { Problem } from '../../shared/problem';
import { useRead } from '../../shared/store';
import type { CreditNoteRow } from '../../contract/invoices';
import './screen.scss';

const back = () => ( { href: '/credit-notes', label: __( 'Credit notes', 'counterfoil' ) } );

/** One credit note: what the client got, which invoice it credits and what came of it. */
export default function CreditNoteScreen() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <CreditNote id={ Number( id ) } /> : <NotFound />;
}

function CreditNote( { id }: { readonly id: number } ) {
	const { data: note, error, reload } = useRead( 'credit-notes.get', { params: { id } } );
	const { start, error: failure, clearError } = useActions< CreditNoteRow >();
	if ( ! note || error?.status === 404 ) {
		return (
			<Pending title={ __( 'Credit note', 'counterfoil' ) } back={ back() } error={ error } onRetry={ reload } />
		);
	}
	const facts = [
		[
			__( 'Credits invoice', 'counterfoil' ),
			<a key="i" href={ `#/invoices/${ note.invoice.id }` }>
				{ note.invoice.number }
			</a>,
		],
		[ __( 'Issue date', 'counterfoil' ), formatDay( note.issue_date ) ],
		[ __( 'Reason', 'counterfoil' ), note.reason ],
		[ __( 'Effect', 'counterfoil' ), effectWords( note ) ],
	] as const;
	return (
		<Page
			title={ note.number }
			back={ back() }
			actions={
				<>
					<Button
						variant="secondary"
						onClick={ () => start( openCreditNote, [ note ] ) }
						__next40pxDefaultSize
					>
						{ labelOf( openCreditNote, [ note ] ) }
					</Button>
					<BillClient variant="secondary" clientId={ note.client.id } />
				</>
			}
		>
			<Problem error={ failure } onDismiss={ clearError } />
			<div className="counterfoil-credit-note">
				<div>
					<InvoicePaper paper={ note.document } />
				</div>
				<section className="counterfoil-panel" aria-labelledby="counterfoil-credit-note-client">
					<h2 id="counterfoil-credit-note-client">
						<a href={ `#/clients/${ note.client.id }` } dir="auto">
							{ note.client.name }
						</a>
					</h2>
					<dl className="counterfoil-facts">
						{ facts.map( ( [ label, value ] ) => (
							<Fact key={ label } label={ label }>
								{ value }
							</Fact>
						) ) }
					</dl>
				</section>
			</div>
		</Page>
	);
}
