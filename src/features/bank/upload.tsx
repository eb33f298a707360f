import { Button, DropZone, FormFileUpload } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { type CsvQuestion, MAX_STATEMENT_BYTES } from '../../contract/bank';
import { ApiFailure } from '../../shared/api';
import { boot } from '../../shared/boot';
import { formatSize } from '../../shared/file-size';
import { navigate } from '../../shared/location';
import { Problem } from '../../shared/problem';
import { refresh } from '../../shared/store';
import { upload } from '../../shared/upload';
import { toast } from '../../shared/toasts';
import { CsvColumns } from './csv-columns';
import { addedOf } from './words';

interface Asked {
	readonly file: File;
	readonly question: CsvQuestion;
}

/** Takes a bank's file; where it is a CSV of a new kind, asks what its columns mean. */
export function UploadStatement() {
	const [ progress, setProgress ] = useState< number | undefined >();
	const [ error, setError ] = useState< ApiFailure | undefined >();
	const [ asked, setAsked ] = useState< Asked | undefined >();
	const limit = Math.min( boot().uploadLimit, MAX_STATEMENT_BYTES );

	const send = async ( file: File | undefined ) => {
		if ( ! file || progress !== undefined ) {
			return;
		}
		setError( undefined );
		setAsked( undefined );
		if ( file.size > limit ) {
			setError( new ApiFailure( tooLarge( limit ), 'too_large', 413, {} ) );
			return;
		}
		setProgress( 0 );
		try {
			const answer = await upload( 'bank.upload', file, setProgress );
			refresh();
			if ( answer.import ) {
				toast( addedOf( answer.import ) );
				navigate( `/payments/statements/${ answer.import.id }` );
			} else if ( answer.question ) {
				setAsked( { file, question: answer.question } );
			}
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		} finally {
			setProgress( undefined );
		}
	};

	if ( asked ) {
		return (
			<CsvColumns
				fileName={ asked.file.name }
				question={ asked.question }
				onSaved={ () => void send( asked.file ) }
				onClose={ () => setAsked( undefined ) }
			/>
		);
	}
	return (
		<section className="counterfoil-panel counterfoil-bank__upload" aria-labelledby="counterfoil-bank-upload">
			<h2 id="counterfoil-bank-upload">{ __( 'Import a bank statement', 'counterfoil' ) }</h2>
			<p className="counterfoil-panel__quiet">
				{ sprintf(
					/* translators: %s: size of a file, "10 MB" */
					__(
						'CAMT.053, MT940 or CSV, up to %s. Drop the file here or choose it. Lines that were imported before are left out.',
						'counterfoil'
					),
					formatSize( limit, boot().locale )
				) }
			</p>
			<div role="alert">
				<Problem error={ error } onDismiss={ () => setError( undefined ) } />
			</div>
			<FormFileUpload
				accept=".xml,.camt,.053,.sta,.mt940,.940,.txt,.csv,text/csv,text/xml,application/xml"
				onChange={ ( { currentTarget } ) => {
					void send( currentTarget.files?.[ 0 ] );
					// The same file can be chosen again.
					currentTarget.value = '';
				} }
				render={ ( { openFileDialog } ) => (
					<Button
						variant="primary"
						onClick={ openFileDialog }
						isBusy={ progress !== undefined }
						disabled={ progress !== undefined }
						accessibleWhenDisabled
						__next40pxDefaultSize
					>
						{ progress === undefined
							? __( 'Choose file', 'counterfoil' )
							: __( 'Importing…', 'counterfoil' ) }
					</Button>
				) }
			/>
			<DropZone
				label={ __( 'Drop a bank statement to import it', 'counterfoil' ) }
				onFilesDrop={ ( files ) => void send( files[ 0 ] ) }
			/>
		</section>
	);
}

const tooLarge = ( limit: number ) =>
	sprintf(
		/* translators: %s: size of a file, "10 MB" */
		__( 'The file is larger than %s. Export a shorter period.', 'counterfoil' ),
		formatSize( limit, boot().locale )
	);
