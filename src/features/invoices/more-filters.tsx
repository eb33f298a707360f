import { ClientFilter, useClientChips, WebsiteFilter } from '../../domain/clients/client-filter';
import type { InvoiceFilters } from '../../domain/invoices/invoice-table';
import type { MoreFilters } from '../../domain/invoices/list-filters';

/** Whose invoices, and for which of their websites. */
export function useMoreFilters(
	{ client_id: clientId, website_id: websiteId }: InvoiceFilters,
	onChange: ( changes: Record< string, string > ) => void
): MoreFilters {
	return {
		chips: useClientChips( clientId, websiteId, onChange ),
		fields: (
			<>
				<ClientFilter id={ clientId } onChange={ onChange } />
				{ clientId !== undefined && (
					<WebsiteFilter clientId={ clientId } id={ websiteId } onChange={ onChange } />
				) }
			</>
		),
	};
}
