import type { ApiFailure } from './api';
import { Loading } from './loading';
import { NotFound } from './not-found';
import { Page } from './page';
import { Problem } from './problem';

interface Props {
	readonly title: string;
	readonly back: { readonly href: string; readonly label: string };
	readonly error: ApiFailure | undefined;
	readonly onRetry: () => void;
}

/** The screen of one thing while it is not there: on its way, not to be had just now, or not existing. */
export function Pending( { title, back, error, onRetry }: Props ) {
	if ( ! error ) {
		return <Loading />;
	}
	if ( error.status === 404 ) {
		return <NotFound />;
	}
	return (
		<Page title={ title } back={ back }>
			<Problem error={ error } onRetry={ onRetry } />
		</Page>
	);
}
