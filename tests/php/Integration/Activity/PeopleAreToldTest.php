<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Activity;

use Counterfoil\Clients\CheckVatId;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\ListensToHooks;
use Counterfoil\Tests\Support\PortalTestCase;

/** Each step of the agency's and its clients' people leaves one event and fires its hook once, after the commit. */
final class PeopleAreToldTest extends PortalTestCase
{
    use ListensToHooks;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->listen();
    }

    public function test_clients_contacts_and_websites(): void
    {
        $client = $this->does('POST', '/clients', ['name' => 'Acme', 'currency' => 'EUR']);
        $this->told(['client.created'], ['client_created']);
        $details = ['name' => 'Acme AG', 'email' => '', 'phone' => '', 'address' => $client['address'], 'tax_id' => '', 'currency' => 'EUR', 'locale' => ''];
        $this->does('PUT', "/clients/{$client['id']}", $details + array_intersect_key($client, array_flip(self::fields('clients.update'))));
        $this->told(['client.updated'], ['client_updated']);
        $this->does('PUT', "/clients/{$client['id']}/recipients", ['billing' => [], 'contacts' => [], 'copies' => []]);
        $this->told(['client.recipients_changed'], ['client_recipients_changed']);
        $this->does('PUT', "/clients/{$client['id']}/reminders", ['is_on' => false]);
        $this->told(['client.reminders_off'], []);
        $this->does('PUT', "/clients/{$client['id']}/reminders", ['is_on' => true]);
        $this->told(['client.reminders_on'], []);
        $this->does('PUT', "/clients/{$client['id']}/pay-links", ['is_on' => false]);
        $this->told(['client.pay_links_off'], []);
        $this->does('PUT', "/clients/{$client['id']}/pay-links", ['is_on' => true]);
        $this->told(['client.pay_links_on'], []);
        $this->does('PUT', "/clients/{$client['id']}/late-fees", ['is_on' => false]);
        $this->told(['client.late_fees_off'], []);
        $this->does('PUT', "/clients/{$client['id']}/late-fees", ['is_on' => true]);
        $this->told(['client.late_fees_on'], []);
        $suspend = $this->plugin->module(ClientsModule::class)->suspend_client();
        $this->plugin->changes()->run(Actor::system(), static fn (Change $change): bool => $suspend->in($change, $client['id']));
        $this->told(['client.suspended'], ['client_suspended']);
        $this->does('POST', "/clients/{$client['id']}/restore");
        $this->told(['client.restored'], ['client_restored']);
        foreach ([true => 'valid', false => 'invalid'] as $is_valid => $state) {
            $lumen = $this->does('POST', '/clients', ['name' => 'Lumen', 'vat_id' => 'DE123456788']);
            $this->told(['client.created'], ['client_created']);
            $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['valid' => $is_valid === 1]));
            $this->plugin->module(SharedModule::class)->worker()->run(only: [CheckVatId::JOB]);
            $this->gatekeeper->close();
            $this->told(["client.vat_id_{$state}"], ['client_vat_id_checked']);
            self::assertSame($state, $this->does('GET', "/clients/{$lumen['id']}")['vat_check']['state']);
        }

        $website = $this->does('POST', "/clients/{$client['id']}/websites", ['name' => 'Shop', 'url' => 'https://shop.test']);
        $this->told(['website.created'], ['website_created']);
        $this->does('PUT', "/websites/{$website['id']}", ['name' => 'Shop', 'url' => 'https://shop2.test']);
        $this->told(['website.updated'], ['website_updated']);
        $this->does('DELETE', "/websites/{$website['id']}");
        $this->told(['website.deleted'], ['website_deleted']);
        $this->does('PUT', "/clients/{$client['id']}/billing-day", ['day' => 15]);
        $this->told(['client.billing_day_set'], ['client_billing_day_set']);

        $role = $this->does('GET', '/roles')['items'][0]['id'];
        $person = ['name' => 'Jane Doe', 'email' => 'jane@client.test', 'role_id' => $role];
        $contact = $this->does('POST', "/clients/{$client['id']}/contacts", $person + ['invite' => false]);
        $this->told(['contact.created'], ['contact_created']);
        $this->does('PUT', "/contacts/{$contact['id']}", ['name' => 'Jane D.'] + $person);
        $this->told(['contact.updated'], ['contact_updated']);
        $this->does('POST', "/contacts/{$contact['id']}/invitation");
        $this->told(['contact.invited'], ['contact_invited']);
        $this->does('DELETE', "/contacts/{$contact['id']}/invitation");
        $this->told(['contact.invitation_revoked'], ['contact_invitation_revoked']);
        $this->does('POST', "/contacts/{$contact['id']}/invitation");
        $this->told(['contact.invited'], ['contact_invited']);
        $this->send_mail();
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $this->mailed_token('jane@client.test'), 'password' => self::PASSWORD]));
        $this->told(['contact.accepted', 'contact.logged_in'], ['contact_accepted', 'contact_logged_in']);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/session', ['email' => 'jane@client.test', 'password' => self::PASSWORD]));
        $this->told(['contact.logged_in'], ['contact_logged_in']);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/password-resets', ['email' => 'jane@client.test']));
        $this->send_mail();
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/password-resets/redeem', ['token' => $this->mailed_token('jane@client.test'), 'password' => 'another calm password']));
        $this->told(['contact.password_changed', 'contact.logged_in'], ['contact_password_changed', 'contact_logged_in']);

        $this->does('POST', "/contacts/{$contact['id']}/suspend");
        $this->told(['contact.access_suspended'], ['contact_suspended']);
        $this->does('POST', "/contacts/{$contact['id']}/restore");
        $this->told(['contact.access_restored'], ['contact_restored']);
        $user = self::wp_user((int) email_exists('jane@client.test'))->ID;
        wp_update_user(['ID' => $user, 'user_pass' => 'given by the agency']);
        $this->told(['contact.password_set'], []);
        wp_update_user(['ID' => $user, 'user_email' => 'jane.doe@client.test']);
        $this->told(['contact.email_changed'], ['contact_updated']);
        require_once ABSPATH . 'wp-admin/includes/user.php';
        wp_delete_user($user);
        $this->told(['contact.access_lost'], ['contact_access_lost']);
        $this->does('DELETE', "/contacts/{$contact['id']}");
        $this->told(['contact.deleted'], ['contact_deleted']);

        // PersonalDataTest tells of it.
        $this->assert_all_was_told(['client', 'contact', 'website'], ['event client.erased']);
    }

    public function test_products_and_plans(): void
    {
        $plan = ['name' => 'Monthly', 'price' => ['amount' => 4900, 'currency' => 'EUR'], 'type' => 'one_time', 'interval' => null];
        $product = $this->does('POST', '/products', ['name' => 'Care', 'description' => '', 'image_id' => null, 'plans' => []]);
        $this->told(['product.created'], ['product_created']);
        $this->does('PUT', "/products/{$product['id']}", ['name' => 'Care plan', 'description' => '', 'image_id' => null]);
        $this->told(['product.updated'], ['product_updated']);
        $made = $this->does('POST', "/products/{$product['id']}/plans", $plan);
        $this->told(['plan.created'], ['plan_created']);
        $this->does('PUT', "/plans/{$made['id']}", ['name' => 'Yearly'] + $plan);
        $this->told(['plan.updated'], ['plan_updated']);
        $copy = $this->does('POST', "/plans/{$made['id']}/duplicate");
        $this->told(['plan.created'], ['plan_created']);
        $this->does('POST', "/plans/{$copy['id']}/archive");
        $this->told(['plan.archived'], ['plan_archived']);
        $this->does('POST', "/plans/{$copy['id']}/archive");
        $this->told([], []);
        $this->does('POST', "/plans/{$copy['id']}/restore");
        $this->told(['plan.restored'], ['plan_restored']);
        $this->does('DELETE', "/plans/{$copy['id']}");
        $this->told(['plan.deleted'], ['plan_deleted']);
        $this->does('POST', "/products/{$product['id']}/archive");
        $this->told(['product.archived'], ['product_archived']);
        $this->does('POST', "/products/{$product['id']}/restore");
        $this->told(['product.restored'], ['product_restored']);
        $this->does('DELETE', "/products/{$product['id']}");
        $this->told(['product.deleted'], ['product_deleted']);

        $this->assert_all_was_told(['product', 'plan']);
    }

    public function test_settings(): void
    {
        $business = array_intersect_key($this->does('GET', '/settings/business'), array_flip(self::fields('business.update'))) + ['logo_id' => null];
        $this->does('PUT', '/settings/business', ['name' => 'Studio South'] + $business);
        $this->told(['settings.business_updated'], ['settings_business_updated']);
        $this->does('PUT', '/settings/invoicing', ['due_days' => 7] + array_diff_key($this->does('GET', '/settings/invoicing'), ['tax' => 1]));
        $this->told(['settings.invoicing_updated'], ['settings_invoicing_updated']);
        $this->does('PUT', '/settings/design', array_diff_key($this->does('GET', '/settings/design'), ['brand' => 1]));
        $this->told(['settings.design_updated'], ['settings_design_updated']);
        $numbers = array_map(static fn (array $one): array => array_diff_key($one, ['next_numbers' => 1]), $this->does('GET', '/settings/numbering')['series']);
        $this->does('PUT', '/settings/numbering', ['series' => [['prefix' => 'FV/'] + $numbers[0]]]);
        $this->told(['settings.numbering_updated'], ['settings_numbering_updated']);
        $this->does('PUT', '/settings/credit', ['use_automatically' => true]);
        $this->told(['settings.credit_updated'], ['settings_credit_updated']);
        $this->does('PUT', '/settings/part-payments', ['allowed' => true, 'minimum_percent' => 25, 'minimum_amounts' => [['amount' => 2000, 'currency' => 'EUR']]]);
        $this->told(['settings.part_payments_updated'], ['settings_part_payments_updated']);
        $this->does('PUT', '/settings/bank', ['book_sure' => true, 'send_receipts' => false]);
        $this->told(['settings.bank_updated'], ['settings_bank_updated']);
        $this->does('PUT', '/settings/bank-transfer', ['is_on' => true, 'pause_days' => 3]);
        $this->told(['settings.bank_transfer_updated'], ['settings_bank_transfer_updated']);
        $this->does('PUT', '/settings/reminders', ['is_on' => true, 'days' => [7]]);
        $this->told(['settings.reminders_updated'], ['settings_reminders_updated']);
        $this->does('PUT', '/settings/subscriptions', ['lead_days' => 3] + $this->does('GET', '/settings/subscriptions'));
        $this->told(['settings.subscriptions_updated'], ['settings_subscriptions_updated']);
        $this->does('PUT', '/settings/late-fees', ['is_on' => true, 'kind' => 'once', 'percent' => '2', 'amounts' => [], 'grace_days' => 7, 'in_reminders' => true]);
        $this->told(['settings.late_fees_updated'], ['settings_late_fees_updated']);
        $this->does('PUT', '/settings/pay-links', ['is_on' => true, 'days' => 14]);
        $this->told(['settings.pay_links_updated'], ['settings_pay_links_updated']);
        $this->does('PUT', '/settings/accountant', ['is_on' => true, 'email' => 'books@accountant.test']);
        $this->told(['settings.accountant_updated'], ['settings_accountant_updated']);
        $this->does('PUT', '/settings/pdf-font', ['font' => '']);
        $this->told(['settings.pdf_font_updated'], ['settings_pdf_font_updated']);
        $this->does('PUT', '/settings/visitors', ['header' => 'x-real-ip', 'proxies' => ['10.0.0.0/8']]);
        $this->told(['settings.visitors_updated'], ['settings_visitors_updated']);
        $emails = $this->does('GET', '/settings/emails');
        $this->does('PUT', '/settings/emails', ['messages' => []] + $emails);
        $this->told(['settings.emails_updated'], ['settings_emails_updated']);
        $this->does('PUT', '/settings/taxes', ['legal_name' => 'Studio South AG'] + array_diff_key($this->does('GET', '/settings/taxes'), ['country' => '']));
        $this->told(['settings.taxes_updated'], ['settings_taxes_updated']);
        // Without keys nothing outside is asked.
        $this->does('PUT', self::path('settings.payments_updated'), ['mode' => 'test', 'statement_descriptor' => 'STUDIO']);
        $this->told(['settings.payments_updated'], ['settings_payments_updated']);
        $this->create_portal_pages();
        wp_update_post(['ID' => (int) $this->portal->login_page_id, 'post_name' => 'come-in']);
        $this->told(['settings.portal_page_moved'], ['settings_portal_page_moved']);
        wp_delete_post((int) $this->portal->login_page_id, true);
        $this->told(['settings.portal_page_gone'], ['settings_portal_page_gone']);
        $this->does('POST', "/portals/{$this->portal->id}/pages");
        $this->told(['settings.pages_created'], ['settings_pages_created']);

        $this->assert_all_was_told(['settings']);
    }

    /**
     * @param array<string, mixed>|null $body
     * @return array<mixed>
     */
    private function does(string $method, string $path, ?array $body = null): array
    {
        $answer = $this->rest($method, "/counterfoil/v1{$path}", $body, $this->staff);
        self::assertContains($answer->get_status(), [200, 201], (string) wp_json_encode($answer->get_data()));

        return self::json($answer);
    }

    /** @return list<string> of an operation's body */
    private static function fields(string $operation): array
    {
        $schema = require dirname(COUNTERFOIL_FILE) . "/build/contract/{$operation}.php";

        return array_keys((array) $schema->properties->body->properties);
    }

    /** Where a gateway's settings are changed: the one operation of that kind. */
    private static function path(string $event): string
    {
        foreach (Plugin::instance()->contract()->entries() as $id => $entry) {
            if (preg_match('/^(payment-settings|gateways\.\w+)\.update$/', $id) === 1) {
                return $entry['path'];
            }
        }
        self::fail("Nothing records {$event}.");
    }
}
