import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { download as icon } from '@wordpress/icons';
import { ApiFailure, type FileId, pathOf, type RequestOf } from '../api';
import { today } from '../dates';
import { fetchFile } from '../fetch-file';
import { save } from '../download';
import { toast } from '../toasts';

interface Props< Id extends FileId > {
	/** Of the contract, "invoices.export". */
	readonly id: Id;
	readonly request: RequestOf< Id >;
	/** Of the file, before the day: "Invoices". */
	readonly name: string;
	readonly onFailure: ( failure: ApiFailure ) => void;
}

/** All that the list shows, on all its pages, as a table for spreadsheets; made by the server. */
export function ExportButton< Id extends FileId >( { id, request, name, onFailure }: Props< Id > ) {
	const [ isBusy, setBusy ] = useState( false );
	const run = async () => {
		setBusy( true );
		try {
			save( `${ name } ${ today() }.csv`, await fetchFile( pathOf( id, request ) ) );
			toast( __( 'Export downloaded.', 'counterfoil' ) );
		} catch ( thrown ) {
			onFailure( ApiFailure.from( thrown ) );
		} finally {
			setBusy( false );
		}
	};
	return (
		<Button
			size="compact"
			variant="tertiary"
			icon={ icon }
			label={ __( 'Export as CSV', 'counterfoil' ) }
			showTooltip
			isBusy={ isBusy }
			disabled={ isBusy }
			accessibleWhenDisabled
			onClick={ () => void run() }
		/>
	);
}
