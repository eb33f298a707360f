import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { today } from '../../../shared/dates';
import { fileName, save } from '../../../shared/download';
import { type AnyInvoice, nameOf } from '../any-invoice';
import { fetchPdf } from '../pdf';

/** "INV-0012.pdf"; a draft has its id, so that no two files are called the same. */
export const pdfName = ( { number, id }: Pick< AnyInvoice, 'number' | 'id' > ): string =>
	/* translators: %d: number of a draft */
	fileName( `${ number ?? sprintf( __( 'Draft %d', 'counterfoil' ), id ) }.pdf` );

/** Fetches the PDFs one by one and saves them: one as it is, several as one ZIP. */
function DownloadDialog( { items, onClose }: ActionModalProps< AnyInvoice > ) {
	const [ files ] = useState( () => new Map< number, Blob >() );
	const pack = async ( done: readonly AnyInvoice[] ) => {
		const [ first ] = done;
		if ( ! first ) {
			return;
		}
		if ( items.length === 1 ) {
			save( pdfName( first ), files.get( first.id ) ?? new Blob() );
			return;
		}
		const { zipSync } = await import( /* webpackChunkName: "zip" */ 'fflate' );
		// PDFs are packed already: they are only laid into it.
		const content = Object.fromEntries(
			await Promise.all(
				done.map( async ( invoice ) => [
					pdfName( invoice ),
					new Uint8Array( ( await files.get( invoice.id )?.arrayBuffer() ) ?? new ArrayBuffer() ),
				] )
			)
		);
		/* translators: %s: date as 2026-03-31 */
		const name = sprintf( __( 'Invoices %s', 'counterfoil' ), today() );
		save(
			`${ name }.zip`,
			new Blob( [ new Uint8Array( zipSync( content, { level: 0 } ) ) ], { type: 'application/zip' } )
		);
	};
	return (
		<BulkDialog
			title={ __( 'Download PDFs', 'counterfoil' ) }
			items={ items }
			nameOf={ nameOf }
			button={ ( count ) =>
				/* translators: %d: number of files */
				sprintf( _n( 'Download %d PDF', 'Download %d PDFs', count, 'counterfoil' ), count )
			}
			work={ async ( { id } ) => {
				files.set( id, await fetchPdf( id ) );
				return __( 'Ready', 'counterfoil' );
			} }
			onRun={ pack }
			automatic={
				items.length === 1
					? __( 'PDF downloaded.', 'counterfoil' )
					: __( 'PDFs downloaded as one ZIP file.', 'counterfoil' )
			}
			onClose={ onClose }
		/>
	);
}

export const download: ItemAction< AnyInvoice > = {
	id: 'download',
	label: ( items ) =>
		items.length === 1 ? __( 'Download PDF', 'counterfoil' ) : __( 'Download PDFs', 'counterfoil' ),
	isEligible: () => true,
	supportsBulk: true,
	RenderModal: DownloadDialog,
};
