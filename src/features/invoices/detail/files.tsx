import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Attachment, Invoice } from '../../../contract/invoices';
import { ApiFailure, pathOf } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { save } from '../../../shared/download';
import { fetchFile } from '../../../shared/fetch-file';
import { formatSize } from '../../../shared/file-size';
import { Problem } from '../../../shared/problem';

/** What went out beside the PDF, to look at again. */
export function Files( { invoice }: { readonly invoice: Invoice } ) {
	const [ error, setError ] = useState< ApiFailure | undefined >();
	if ( invoice.attachments.length === 0 ) {
		return null;
	}
	const download = async ( { id, name }: Attachment ) => {
		setError( undefined );
		try {
			save( name, await fetchFile( pathOf( 'attachments.get', { params: { id } } ) ) );
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		}
	};
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-files">
			<h2 id="counterfoil-invoice-files">{ __( 'Attached files', 'counterfoil' ) }</h2>
			<Problem error={ error } onDismiss={ () => setError( undefined ) } />
			<ul className="counterfoil-invoice-files">
				{ invoice.attachments.map( ( file ) => (
					<li key={ file.id }>
						<span dir="auto">{ file.name }</span>
						<span>{ formatSize( file.size, boot().locale ) }</span>
						<Button
							variant="tertiary"
							size="compact"
							/* translators: %s: name of a file */
							aria-label={ sprintf( __( 'Download %s', 'counterfoil' ), file.name ) }
							onClick={ () => void download( file ) }
						>
							{ __( 'Download', 'counterfoil' ) }
						</Button>
					</li>
				) ) }
			</ul>
		</section>
	);
}
