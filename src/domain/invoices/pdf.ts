import { pathOf } from '../../shared/api';
import { fetchFile } from '../../shared/fetch-file';

/**
 * The PDF that was mailed; of a draft, what would be; of a void invoice, a copy that says so.
 *
 * @param id Invoice's id.
 * @throws ApiFailure
 */
export const fetchPdf = ( id: number ): Promise< Blob > => fetchFile( pathOf( 'invoices.pdf', { params: { id } } ) );
