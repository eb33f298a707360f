<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Clients\Access;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Tests\Support\FitsContract;

final class PortalRoutesTest extends PortalViewTestCase
{
    use FitsContract;

    private const INVOICES = '/counterfoil/v1/portal/invoices';

    public function test_a_contact_reads_the_own_invoices_page_by_page_and_no_drafts(): void
    {
        $first = $this->issued($this->a);
        $second = $this->issued($this->a);
        $this->issued($this->b);

        $page = self::fits('portal.invoices', $this->rest('GET', self::INVOICES . '?per_page=1', null, (int) $this->contact_a->user_id));
        self::assertSame([$second->id], array_column($page['items'], 'id'));
        $next = self::fits('portal.invoices', $this->rest('GET', self::INVOICES . '?per_page=1&cursor=' . rawurlencode($page['next_cursor']), null, (int) $this->contact_a->user_id));
        self::assertSame([$first->id], array_column($next['items'], 'id'));
        self::assertNull($next['next_cursor']);
    }

    public function test_a_list_takes_at_most_five_queries_of_ours_whatever_the_rows(): void
    {
        $counts = [];
        foreach ([1, 12] as $rows) {
            for ($row = 0; $row < $rows; $row++) {
                $this->issued($this->a);
            }
            $queries = [];
            $count = static function (string $sql) use (&$queries): string {
                if (str_contains($sql, 'counterfoil_')) {
                    $queries[] = $sql;
                }

                return $sql;
            };
            // As a request of its own begins: nothing is remembered of what was read before.
            wp_cache_flush();
            add_filter('query', $count);
            self::assert_status(200, $this->rest('GET', self::INVOICES, null, (int) $this->contact_a->user_id));
            remove_filter('query', $count);
            $counts[] = count($queries);
        }
        self::assertSame($counts[0], $counts[1]);
        self::assertLessThanOrEqual(5, $counts[1], implode("\n", $queries));
    }

    public function test_one_invoice_and_its_pdf(): void
    {
        $invoice = $this->issued($this->a);
        $user = (int) $this->contact_a->user_id;

        $wire = self::fits('portal.invoice', $this->rest('GET', self::INVOICES . "/{$invoice->id}", null, $user));
        $pdf = $this->rest('GET', self::INVOICES . "/{$invoice->id}/pdf", null, $user)->get_data();

        self::assertSame(['amount' => 10_000, 'currency' => 'EUR'], $wire['due']);
        self::assertSame($this->plugin->module(PortalsModule::class)->urls()->invoice($this->portal, $invoice->id), $wire['url']);
        self::assertInstanceOf(Download::class, $pdf);
        self::assertSame($this->plugin->module(InvoicesModule::class)->archive()->pdf($invoice->id), $pdf->bytes);
    }

    public function test_abuse_01_somebody_elses_is_404_like_what_never_was(): void
    {
        $theirs = $this->issued($this->b);
        $user = (int) $this->contact_a->user_id;
        foreach (['', '/pdf'] as $what) {
            $never = $this->rest('GET', self::INVOICES . "/999999999{$what}", null, $user);
            $answer = $this->rest('GET', self::INVOICES . "/{$theirs->id}{$what}", null, $user);
            self::assert_status(404, $answer);
            self::assertSame($never->get_data(), $answer->get_data());
        }
        self::assertSame([], self::json($this->rest('GET', self::INVOICES, null, $user))['items']);
    }

    public function test_abuse_02_no_other_verb_opens_it(): void
    {
        $theirs = $this->issued($this->b);
        foreach (['POST', 'PUT', 'PATCH', 'DELETE'] as $verb) {
            $answer = $this->rest($verb, self::INVOICES . "/{$theirs->id}", [], (int) $this->contact_a->user_id);
            self::assertSame(404, $answer->get_status(), $verb);
            $overridden = $this->rest('GET', self::INVOICES . "/{$theirs->id}?_method={$verb}", null, (int) $this->contact_a->user_id, ['X-HTTP-Method-Override' => $verb]);
            self::assertSame(404, $overridden->get_status(), $verb);
        }
        self::assertSame(1, $this->rows_of('invoices'));
    }

    public function test_abuse_04_nobody_and_other_people_of_the_site_get_nothing(): void
    {
        $invoice = $this->issued($this->a);
        $subscriber = $this->user('subscriber');
        foreach ([self::INVOICES, self::INVOICES . "/{$invoice->id}", self::INVOICES . "/{$invoice->id}/pdf"] as $path) {
            self::assert_status(401, $this->rest('GET', $path));
            self::assert_status(403, $this->rest('GET', $path, null, $subscriber));
        }
        self::assert_status(401, $this->rest('GET', '/counterfoil/v1/portals'));
        self::assert_status(403, $this->rest('GET', '/counterfoil/v1/portals', null, (int) $this->contact_a->user_id));
        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/portals/{$this->portal->id}/pages", null, $subscriber, ['Idempotency-Key' => 'k']));
    }

    public function test_abuse_08_suspension_ends_it_at_once(): void
    {
        $invoice = $this->issued($this->a);
        $this->plugin->database()->update('contacts', ['access' => Access::Suspended->value], ['id' => $this->contact_a->id]);

        self::assert_status(403, $this->rest('GET', self::INVOICES . "/{$invoice->id}", null, (int) $this->contact_a->user_id));
    }

    public function test_abuse_10_the_client_is_never_taken_from_the_request(): void
    {
        $this->issued($this->b);

        self::refused(400, ['/client_id'], $this->rest('GET', self::INVOICES . "?client_id={$this->b->id}", null, (int) $this->contact_a->user_id));
    }

    public function test_abuse_12_pages_are_not_made_without_the_right_nonce(): void
    {
        $this->plugin->module(PortalsModule::class)->portals()->save_pages($this->portal->id, null, null);
        $path = "/counterfoil/v1/portals/{$this->portal->id}/pages";
        $pages = wp_count_posts('page')->publish;
        self::assert_status(403, $this->rest('POST', $path, null, $this->administrator(), ['Idempotency-Key' => 'k'], 'stale'));

        self::assertSame($pages, wp_count_posts('page')->publish);
        self::assertNull($this->plugin->module(PortalsModule::class)->portals()->get($this->portal->id)->portal_page_id);
    }

    public function test_abuse_16_sizes_and_cursors_nobody_gave_out_are_refused(): void
    {
        $user = (int) $this->contact_a->user_id;
        foreach (['per_page=1000000000', 'per_page=-1', 'cursor=WzFd.AAAA'] as $query) {
            self::assert_status(400, $this->rest('GET', self::INVOICES . "?{$query}", null, $user));
        }
    }
}
