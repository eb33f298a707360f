<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Access;

use Counterfoil\Access\Capability;
use Counterfoil\Clients\Role;
use Counterfoil\Plugin;
use Counterfoil\Tests\Integration\Portal\PortalViewTestCase;
use WP_User;

/**
 * Every operation, as everybody: nobody, a subscriber, staff with each single capability and with all, contacts with each
 * single permission and with all. What an operation needs is said here a second time, on purpose: whoever lets somebody in
 * says so in two places.
 *
 * All are asked with a field that no operation knows, so that whoever is let in gets a 400 and nothing is done.
 */
final class EveryOperationTest extends PortalViewTestCase
{
    private const OPERATIONS = [
        'staff:view' => [
            'part-payments.settings',
            'transfers.announced', 'clients.recipients', 'attachments.get',
            'overview.get', 'overview.missing', 'invoices.list', 'invoices.summary', 'invoices.export', 'payments.list', 'payments.summary', 'payments.export', 'invoices.get', 'invoices.pdf', 'invoices.events', 'invoicing.get', 'emails.get', 'emails.list', 'emails.unsent', 'credit-notes.list', 'credit-notes.summary', 'credit-notes.export', 'credit.get', 'credit.settings', 'credit-notes.get', 'credit-notes.pdf', 'reminders.get', 'reminders.of-client', 'late-fees.get', 'late-fees.of-client', 'late-fees.of-invoice',
            'clients.list', 'clients.summary', 'clients.export', 'products.export', 'clients.get', 'clients.events', 'roles.list', 'products.list', 'products.get', 'business.get', 'portals.list', 'payments.receipt', 'refunds.receipt',
            'taxes.get', 'taxes.check-vat-id',
            'statements.get', 'statements.pdf', 'statements.csv', 'accountant-exports.list', 'accountant-exports.get', 'accountant-exports.download', 'accountant-exports.settings', 'emails.export', 'clients.export-events',
            'coupons.list', 'coupons.export', 'coupons.get', 'coupons.uses',
            'subscriptions.list', 'subscriptions.get', 'subscriptions.events', 'clients.purchases', 'clients.billing-day', 'subscriptions.settings', 'subscription-requests.list', 'mrr.get', 'mrr.movements', 'price-rises.list', 'price-rises.get', 'price-rises.subscriptions', 'forecast.get', 'forecast.of-client', 'forecast.of-subscription',
            'pay-links.get', 'pay-links.of-client', 'clients.payment-methods',
        ],
        'staff:bill' => [
            'pay-links.revoke', 'invoices.choose-recipients', 'attachments.upload', 'accountant-exports.create', 'accountant-exports.delete',
            'invoices.preview', 'invoices.draw', 'invoices.create', 'invoices.update', 'invoices.delete', 'invoices.send', 'invoices.resend', 'invoices.void', 'invoices.withdraw',
            'invoices.duplicate', 'invoices.mark-paid', 'payments.undo', 'emails.resend', 'credit-notes.preview', 'credit.use', 'credit.prepay', 'late-fees.add', 'credit-notes.create', 'notes.create', 'notes.delete', 'products.create', 'products.update', 'products.archive', 'products.restore',
            'products.delete', 'plans.create', 'plans.update', 'plans.duplicate', 'plans.archive', 'plans.restore', 'plans.delete',
            'transfers.take-back', 'bank.imports', 'bank.import', 'bank.upload', 'bank.confirm-sure', 'bank.entries', 'bank.entry', 'bank.split', 'bank.confirm', 'bank.ignore', 'bank.undo', 'bank.mappings', 'bank.save-mapping', 'bank.delete-mapping', 'bank.settings',
            'subscriptions.start', 'subscriptions.pause', 'subscriptions.resume', 'subscriptions.cancel', 'subscriptions.keep', 'subscriptions.release', 'subscriptions.change', 'subscriptions.preview-change', 'subscriptions.withdraw-change', 'clients.set-billing-day', 'price-rises.preview', 'price-rises.announce', 'price-rises.withdraw', 'subscriptions.preview-cancel', 'subscription-requests.accept', 'subscription-requests.decline',
            'coupons.create', 'coupons.update', 'coupons.archive', 'coupons.restore', 'coupons.delete',
        ],
        'staff:refund' => ['credit.refund', 'payments.refund'],
        'staff:manage_clients' => [
            'clients.choose-recipients',
            'clients.create', 'clients.update', 'contacts.create', 'contacts.update', 'contacts.delete', 'contacts.invite', 'contacts.revoke', 'contacts.suspend',
            'contacts.restore', 'websites.create', 'websites.update', 'websites.delete', 'clients.restore', 'reminders.change', 'late-fees.change', 'pay-links.change', 'payment-methods.remove',
        ],
        'staff:settings' => [
            'accountant-exports.update-settings', 'design.get', 'design.update', 'design.preview', 'design.draw', 'numbering.get', 'numbering.update', 'numbering.report', 'numbering.export',
            'gateways.bank-transfer.get', 'gateways.bank-transfer.update', 'part-payments.update-settings',
            'credit.update-settings', 'bank.update-settings', 'pdf-font.get', 'pdf-font.update', 'invoicing.update', 'reminders.update', 'late-fees.update', 'subscriptions.change-settings', 'pay-links.update', 'emails.update', 'emails.preview', 'emails.test', 'visitors.get', 'status.get', 'visitors.update', 'business.update', 'taxes.update', 'portals.create-pages', 'gateways.stripe.get', 'gateways.stripe.update', 'gateways.stripe.webhook', 'gateways.stripe.cancel-open', 'gateways.stripe.methods', 'gateways.stripe.choose-methods', 'gateways.stripe.test',
        ],
        'contact:billing.view' => ['portal.invoices', 'portal.invoice', 'portal.chosen', 'portal.pdf'],
        'contact:billing.manage' => ['portal.add-method', 'portal.keep-method'],
        'payer:billing.manage' => ['portal.pay', 'portal.pay-chosen', 'portal.payment'],
        'link' => ['pay-links.pay', 'pay-links.payment'],
        'person' => ['identity.log-out'],
        'visitor' => ['identity.log-in', 'identity.ask-reset', 'identity.reset', 'identity.ask-link', 'identity.use-link', 'identity.accept-invitation'],
    ];

    public function test_each_operation_lets_in_whom_it_needs_and_nobody_else(): void
    {
        $entries = Plugin::instance()->contract()->entries();
        self::assertEqualsCanonicalizing(array_keys($entries), array_merge(...array_values(self::OPERATIONS)), 'Say above what each operation needs.');
        $callers = $this->callers();
        foreach (self::OPERATIONS as $need => $operations) {
            foreach ($operations as $id) {
                foreach ($callers as $name => [$user, $may]) {
                    $expected = match (true) {
                        $need === 'visitor', in_array($need, $may, true), $need === 'person' && $user !== 0 => 400,
                        // Nobody here has opened a link; whoever has is nobody more than that (PayByLinkTest).
                        $need === 'link' => 404,
                        $user === 0 => 401,
                        default => 403,
                    };
                    self::assertSame($expected, $this->ask($entries[$id], $user), "{$id} as {$name}");
                }
            }
        }
        $this->assert_no_request();
    }

    /** What belongs to another client looks like what does not exist. */
    public function test_a_contact_of_another_client_finds_nothing(): void
    {
        $invoice = $this->issued($this->a)->id;
        $other = (int) $this->contact_b->user_id;
        foreach (['portal.invoice', 'portal.pdf', 'portal.pay', 'portal.payment'] as $id) {
            $entry = Plugin::instance()->contract()->entry($id);
            $body = $entry['method'] === 'GET' ? null : [];
            $path = static fn (int $number): string => '/counterfoil/v1' . str_replace('{id}', (string) $number, $entry['path']);
            $foreign = $this->rest($entry['method'], $path($invoice), $body, $other);
            self::assert_status(404, $foreign);
            self::assertSame($this->rest($entry['method'], $path(999_999), $body, $other)->get_data(), $foreign->get_data(), $id);
        }
        $this->assert_no_request();
    }

    public function test_every_operation_is_done_by_somebody_and_nothing_else_is_bound(): void
    {
        self::assertEqualsCanonicalizing(array_keys(Plugin::instance()->contract()->entries()), Plugin::instance()->routes()->bound());
    }

    /** @return array<string, array{int, list<string>}> their users and what they may */
    private function callers(): array
    {
        $capabilities = array_map(static fn (Capability $capability): string => $capability->name(), Capability::cases());
        $callers = ['nobody' => [0, []], 'a subscriber' => [$this->user(), []], 'all of the staff' => [$this->staff($capabilities), array_map(static fn (string $name): string => "staff:{$name}", $capabilities)]];
        foreach ($capabilities as $name) {
            $callers["staff who may {$name}"] = [$this->staff([$name]), ["staff:{$name}"]];
        }
        foreach (Role::PERMISSIONS as $permission) {
            $callers["a contact who may {$permission}"] = [$this->contact_with([$permission]), ["contact:{$permission}", "payer:{$permission}"]];
        }
        $callers['a contact who may everything'] = [$this->contact_with(Role::PERMISSIONS), [...array_map(static fn (string $name): string => "contact:{$name}", Role::PERMISSIONS), ...array_map(static fn (string $name): string => "payer:{$name}", Role::PERMISSIONS)]];

        return $callers;
    }

    /** @param array{method: string, path: string} $entry */
    private function ask(array $entry, int $user): int
    {
        $path = '/counterfoil/v1' . str_replace(['{id}', '{payment}'], '1', $entry['path']);

        return $entry['method'] === 'GET'
            ? $this->rest('GET', "{$path}?nonsense=1", null, $user)->get_status()
            : $this->rest($entry['method'], $path, ['nonsense' => 1], $user)->get_status();
    }

    /** @param list<string> $capabilities */
    private function staff(array $capabilities): int
    {
        $id = $this->user();
        foreach ($capabilities as $name) {
            (new WP_User($id))->add_cap("counterfoil_{$name}");
        }

        return $id;
    }

    /** @param list<string> $permissions */
    private function contact_with(array $permissions): int
    {
        static $count = 0;
        ++$count;
        $database = $this->plugin->database();
        $contact = $this->contact($this->client("Client {$count}"), "contact-{$count}@client.test");
        $role = $database->insert('roles', ['slug' => "role-{$count}", 'name' => "Role {$count}", 'built_in' => 0, 'permissions' => (string) json_encode($permissions)]);
        $user = $this->user();
        $database->update('contacts', ['role_id' => $role, 'user_id' => $user, 'access' => 'active'], ['id' => $contact->id]);

        return $user;
    }
}
