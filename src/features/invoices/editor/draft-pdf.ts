import { pdfOf } from '../../../domain/documents/drawn-pdf';
import { call } from '../../../shared/api';
import type { PreviewInput } from './read-draft';

/**
 * The PDF of what is being typed: laid out by the server as the real one is, painted here.
 *
 * @throws {import('../../../shared/api').ApiFailure}
 */
export const draftPdf = async ( input: PreviewInput ): Promise< Blob > =>
	pdfOf( await call( 'invoices.draw', { body: input } ) );
