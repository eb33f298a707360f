/** Who is let in, and whose affairs they see. */
const walk = { suite: 'integration', filter: 'EveryOperationTest' };
const contract = 'build/contract/index.php';

export default [
	{
		name: 'refunding needs Bill only',
		file: contract,
		search: "'id' => 'payments.refund', 'method' => 'POST', 'path' => '/payments/{id}/refunds', 'status' => 200, 'needs' => 'staff:refund'",
		replace:
			"'id' => 'payments.refund', 'method' => 'POST', 'path' => '/payments/{id}/refunds', 'status' => 200, 'needs' => 'staff:bill'",
		...walk,
	},
	{
		name: 'resending needs View only',
		file: contract,
		search: "'path' => '/invoices/{id}/resend', 'status' => 200, 'needs' => 'staff:bill'",
		replace: "'path' => '/invoices/{id}/resend', 'status' => 200, 'needs' => 'staff:view'",
		...walk,
	},
	{
		name: 'the gateway’s keys are changed with View',
		file: contract,
		search: "'method' => 'PUT', 'path' => '/gateways/stripe/settings', 'status' => 200, 'needs' => 'staff:settings'",
		replace: "'method' => 'PUT', 'path' => '/gateways/stripe/settings', 'status' => 200, 'needs' => 'staff:view'",
		...walk,
	},
	{
		name: 'staff is asked for no capability',
		file: 'includes/Access/AccessModule.php',
		search: 'if (! current_user_can("counterfoil_{$capability}")) {',
		replace: 'if (false) {',
		...walk,
	},
	{
		name: 'nobody counts as somebody without the capability',
		file: 'includes/Access/AccessModule.php',
		search: 'if (! is_user_logged_in()) {',
		replace: 'if (false) {',
		...walk,
	},
	{
		name: 'a contact is asked for no permission',
		file: 'includes/Identity/PortalSession.php',
		search: "if ($permission !== '' && ! $contact->can($permission)) {",
		replace: 'if (false) {',
		...walk,
	},
	{
		name: 'a limited viewer sees everybody',
		file: 'includes/Shared/Viewer.php',
		search: 'default => Condition::in($column, $this->clients),',
		replace: 'default => Condition::always(),',
		suite: 'integration',
		filter: 'LimitedStaffTest',
	},
	{
		name: 'a viewer of nobody sees everybody',
		file: 'includes/Shared/Viewer.php',
		search: '$this->clients === [] => Condition::never(),',
		replace: '$this->clients === [] => Condition::always(),',
		suite: 'integration',
		filter: 'LimitedStaffTest',
	},
	{
		name: 'somebody else’s invoice is found in the portal',
		file: 'includes/Invoices/InvoiceRepository.php',
		search: '$invoice->client_id === $client_id && ',
		replace: '',
		suite: 'integration',
		filter: 'EveryOperationTest|PortalScreensTest',
	},
	{
		name: 'a link is a command',
		file: 'includes/Shared/Rest/Routes.php',
		search: "if ($method !== 'GET' && in_array($sent, ['get', 'head'], true)) {",
		replace: 'if (false) {',
		suite: 'integration',
		filter: 'OverHttpTest',
	},
	{
		name: 'a route in other letters answers a foreign origin',
		file: 'includes/Shared/Rest/Routes.php',
		search: "'#^/counterfoil/v1(/|$)#i'",
		replace: "'#^/counterfoil/v1(/|$)#'",
		suite: 'integration',
		filter: 'OverHttpTest',
	},
];
