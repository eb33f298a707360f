import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { AccountantExport } from '../../../contract/accountant-exports';
import { ApiFailure, pathOf } from '../../../shared/api';
import { save } from '../../../shared/download';
import { fetchFile } from '../../../shared/fetch-file';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

interface Props {
	readonly item: AccountantExport;
	/** As the row names it. */
	readonly period: string;
}

export function DownloadButton( { item, period }: Props ) {
	const [ isBusy, setBusy ] = useState( false );
	const run = async () => {
		setBusy( true );
		try {
			save(
				`accountant-${ item.from }-${ item.to }.zip`,
				await fetchFile( pathOf( 'accountant-exports.download', { params: { id: item.id } } ) )
			);
		} catch ( thrown ) {
			toast( ApiFailure.from( thrown ).message );
		} finally {
			setBusy( false );
		}
	};
	return (
		<Button
			variant="secondary"
			isBusy={ isBusy }
			disabled={ isBusy }
			accessibleWhenDisabled
			/* translators: %s: period */
			aria-label={ sprintf( __( 'Download ZIP: %s', 'counterfoil' ), period ) }
			onClick={ () => void run() }
			__next40pxDefaultSize
		>
			{ __( 'Download ZIP', 'counterfoil' ) }
		</Button>
	);
}

/** Of one that is being made: stops it; afterwards: takes it away before its time. */
export function RemoveButton( { item, period }: Props ) {
	const remove = useCommand( 'accountant-exports.delete' );
	const isRunning = item.state === 'running';
	const run = async () => {
		if ( await remove.run( { params: { id: item.id } }, ( failure ) => toast( failure.message ) ) ) {
			toast( isRunning ? __( 'Export canceled.', 'counterfoil' ) : __( 'Export deleted.', 'counterfoil' ) );
		}
	};
	const label = isRunning ? __( 'Cancel export', 'counterfoil' ) : __( 'Delete export', 'counterfoil' );
	return (
		<Button
			variant="tertiary"
			isDestructive={ ! isRunning }
			isBusy={ remove.isBusy }
			disabled={ remove.isBusy }
			accessibleWhenDisabled
			aria-label={ `${ label }: ${ period }` }
			onClick={ () => void run() }
			__next40pxDefaultSize
		>
			{ label }
		</Button>
	);
}
