import { __ } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { formatMoment } from '../../../shared/dates';
import { Fact } from '../../../shared/fact';

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
				{ client.contact && <Fact label={ __( 'Contact', 'counterfoil' ) }>{ client.contact }</Fact> }
				{ website && <Fact label={ __( 'Website', 'counterfoil' ) }>{ website.name }</Fact> }
				<Fact label={ sentAt ? __( 'Emailed to', 'counterfoil' ) : __( 'Will be emailed to', 'counterfoil' ) }>
					{ to.join( ', ' ) || __( 'No one: the client has no email address', 'counterfoil' ) }
				</Fact>
				{ copies.length > 0 && <Fact label={ __( 'Copies', 'counterfoil' ) }>{ copies.join( ', ' ) }</Fact> }
				{ sentAt && <Fact label={ __( 'Sent', 'counterfoil' ) }>{ formatMoment( sentAt ) }</Fact> }
				{ invoice.status !== 'draft' && (
					<Fact label={ __( 'Opened', 'counterfoil' ) }>
						{ openedAt ? formatMoment( openedAt ) : __( 'not yet', 'counterfoil' ) }
					</Fact>
				) }
			</dl>
		</section>
	);
}
