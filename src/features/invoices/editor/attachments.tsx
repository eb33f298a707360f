import { Button, DropZone, FormFileUpload } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { MAX_FILES } from '../../../contract/invoices';
import { boot } from '../../../shared/boot';
import { formatSize } from '../../../shared/file-size';
import { acceptedFiles, limits, mailWarning } from './file-limits';
import type { Upload, Uploads } from './use-uploads';

interface Props {
	readonly uploads: Uploads;
	readonly error: string | undefined;
	/** Something of them changed: what was said of them is about others. */
	readonly onChange: () => void;
}

/** Files that go with the invoice: dropped or chosen, sent at once, and part of the draft when it is saved. */
export function Attachments( { uploads: { files, uploads, add, remove, dismiss }, error, onChange }: Props ) {
	const onAdd = ( chosen: readonly File[] ) => {
		onChange();
		void add( chosen );
	};
	const warning = mailWarning( files );
	return (
		<section className="counterfoil-files" aria-labelledby="counterfoil-files">
			<h2 id="counterfoil-files">{ __( 'Attached files (optional)', 'counterfoil' ) }</h2>
			{ ( files.length > 0 || uploads.length > 0 ) && (
				<ul>
					{ files.map( ( file ) => (
						<li key={ file.id }>
							<span className="counterfoil-files__name" dir="auto">
								{ file.name }
							</span>
							<span className="counterfoil-files__size">{ formatSize( file.size, boot().locale ) }</span>
							<Button
								icon={ closeSmall }
								size="small"
								/* translators: %s: name of a file */
								label={ sprintf( __( 'Remove %s', 'counterfoil' ), file.name ) }
								onClick={ () => {
									onChange();
									remove( file );
								} }
							/>
						</li>
					) ) }
					{ uploads.map( ( one ) => (
						<Sent key={ one.key } upload={ one } onDismiss={ () => dismiss( one.key ) } />
					) ) }
				</ul>
			) }
			{ error && (
				<p role="alert" className="counterfoil-files__error">
					{ error }
				</p>
			) }
			{ warning && <p className="counterfoil-files__warning">{ warning }</p> }
			{ files.length < MAX_FILES && (
				<div className="counterfoil-files__add">
					<FormFileUpload
						multiple
						accept={ acceptedFiles }
						onChange={ ( { currentTarget } ) => {
							onAdd( [ ...( currentTarget.files ?? [] ) ] );
							// The same file can be chosen again.
							currentTarget.value = '';
						} }
						render={ ( { openFileDialog } ) => (
							<Button variant="secondary" onClick={ openFileDialog } __next40pxDefaultSize>
								{ __( 'Add files', 'counterfoil' ) }
							</Button>
						) }
					/>
					<p>{ limits() }</p>
					<DropZone label={ __( 'Drop files to attach them', 'counterfoil' ) } onFilesDrop={ onAdd } />
				</div>
			) }
		</section>
	);
}

function Sent( { upload, onDismiss }: { readonly upload: Upload; readonly onDismiss: () => void } ) {
	const { name, size, progress, error } = upload;
	return (
		<li>
			<span className="counterfoil-files__name" dir="auto">
				{ name }
			</span>
			{ error === undefined ? (
				<progress
					/* translators: %s: name of a file */
					aria-label={ sprintf( __( 'Uploading %s', 'counterfoil' ), name ) }
					max={ 1 }
					value={ progress }
				/>
			) : (
				<>
					<span className="counterfoil-files__size">{ formatSize( size, boot().locale ) }</span>
					<Button
						icon={ closeSmall }
						size="small"
						/* translators: %s: name of a file */
						label={ sprintf( __( 'Remove %s', 'counterfoil' ), name ) }
						onClick={ onDismiss }
					/>
					<p role="alert" className="counterfoil-files__error">
						{ error }
					</p>
				</>
			) }
		</li>
	);
}
