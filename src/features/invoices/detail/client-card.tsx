import { __ } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { formatMoment } from '../../../shared/dates';

/** Who it is for, where it went, and whether it was looked at. */
export function ClientCard( { invoice }: { readonly invoice: Invoice } ) {
	const { client, website, emailed, sent_at: sentAt, opened_at: openedAt } = invoice;
	const { to, copies } = sentAt ? emailed : { to: invoice.recipients, copies: invoice.copies };
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-client">
			<h2 id="counterfoil-invoice-client">
				<a href={ `#/clients/${ client.id }` } dir="auto">
					{ client.name }
				</a>
			</h2>
			<dl className="counterfoil-facts">
				{ client.contact && <Fact label={ __( 'Contact', 'counterfoil' ) } value={ client.contact } /> }
				{ website && <Fact label={ __( 'Website', 'counterfoil' ) } value={ website.name } /> }
				<Fact
					label={ sentAt ? __( 'Emailed to', 'counterfoil' ) : __( 'Will be emailed to', 'counterfoil' ) }
					value={ to.join( ', ' ) || __( 'No one: the client has no email address', 'counterfoil' ) }
				/>
				{ copies.length > 0 && <Fact label={ __( 'Copies', 'counterfoil' ) } value={ copies.join( ', ' ) } /> }
				{ sentAt && <Fact label={ __( 'Sent', 'counterfoil' ) } value={ formatMoment( sentAt ) } /> }
				{ invoice.status !== 'draft' && (
					<Fact
						label={ __( 'Opened', 'counterfoil' ) }
						value={ openedAt ? formatMoment( openedAt ) : __( 'not yet', 'counterfoil' ) }
					/>
				) }
			</dl>
		</section>
	);
}

function Fact( { label, value }: { readonly label: string; readonly value: string } ) {
	return (
		<div>
			<dt>{ label }</dt>
			<dd>{ value }</dd>
		</div>
	);
}
