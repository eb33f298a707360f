<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** Addresses of a portal's pages. Where a page is missing, the front page stands in for it. */
final class PortalUrls
{
    /** In an address: the id of the client that its page is about, for readers who have several. */
    public const CLIENT = '_client';

    /** In a lasting address: the portal's id, and which of its two pages is meant. */
    public const PAGE = 'portal-page';
    public const LOGIN_PAGE = 'portal-login';

    private ?int $client_id = null;

    /** @param bool $lasts Addresses that are mailed and printed: the site leads them on to wherever the page is today */
    public function __construct(private readonly bool $lasts = false)
    {
    }

    /** From here on every address goes on with this client; null for readers who have one only. */
    public function about(?int $client_id): void
    {
        $this->client_id = $client_id;
    }

    /** Whether a mailed link leads anywhere: the front page knows nothing of invitations and bills. */
    public function has_pages(Portal $portal): bool
    {
        return $this->has_login_page($portal) && $this->has_portal_page($portal);
    }

    public function has_login_page(Portal $portal): bool
    {
        return $this->address($portal->login_page_id) !== null;
    }

    /** Whether clients have a page on which they see their invoices. */
    public function has_portal_page(Portal $portal): bool
    {
        return $this->address($portal->portal_page_id) !== null;
    }

    /** @param array<string, string|int> $args e.g. token and purpose of a mailed link */
    public function login(Portal $portal, array $args = []): string
    {
        return $this->page($portal->login_page_id, $args, [self::LOGIN_PAGE => $portal->id]);
    }

    /** @param array<string, string|int> $args */
    public function portal(Portal $portal, array $args = []): string
    {
        return $this->page($portal->portal_page_id, $args, [self::PAGE => $portal->id]);
    }

    /**
     * A screen by its word.
     *
     * @param array<string, string|int> $args
     */
    public function to(Portal $portal, string $screen, array $args = []): string
    {
        return $this->portal($portal, ['view' => $screen] + $args);
    }

    /** @param int|null $before the last id of the page before */
    public function invoices(Portal $portal, ?int $before = null): string
    {
        return $this->portal($portal, ['view' => 'invoices'] + ($before === null ? [] : ['before' => $before]));
    }

    public function invoice(Portal $portal, int $id): string
    {
        return $this->portal($portal, ['view' => 'invoice', 'id' => $id]);
    }

    /**
     * Of many: the page is looked up once.
     *
     * @param list<int> $ids
     * @return array<int, string|null> by id; null where it is no page that clients see
     */
    public function invoices_on(?int $page_id, array $ids): array
    {
        $address = $this->address($page_id);
        $view = $address === null ? '' : $this->with(['view' => 'invoice'], $address);

        return array_combine($ids, array_map(static fn (int $id): ?string => $address === null ? null : add_query_arg('id', $id, $view), $ids));
    }

    /** Read with the session's cookie alone, so that it can be opened and kept like any link. */
    public function pdf(Portal $portal, int $id): string
    {
        return $this->portal($portal, ['view' => 'pdf', 'id' => $id]);
    }

    /** The same for a link that saves it. */
    public function download(Portal $portal, string $screen, int $id): string
    {
        return $this->portal($portal, ['view' => $screen, 'id' => $id, 'download' => 1]);
    }

    public function pay(Portal $portal, int $id): string
    {
        return $this->portal($portal, ['view' => 'pay', 'id' => $id]);
    }

    /** How it is paid by bank transfer. */
    public function transfer(Portal $portal, int $id): string
    {
        return $this->to($portal, 'transfer', ['id' => $id]);
    }

    /** @param non-empty-list<int> $ids paid at once there */
    public function pay_several(Portal $portal, array $ids): string
    {
        sort($ids);

        return $this->portal($portal, ['view' => 'pay-several', 'bills' => implode('.', $ids)]);
    }

    public function account(Portal $portal): string
    {
        return $this->portal($portal, ['view' => 'account']);
    }

    /** The log-in page, and after it the place that was asked for. */
    public function login_for(Portal $portal, Location $location): string
    {
        return $location->to_args() === []
            ? $this->login($portal)
            : $this->login($portal, ['redirect_to' => $this->portal($portal, $location->to_args())]);
    }

    /**
     * @param array<string, string|int> $args
     * @param array<string, int> $lasting what stands for the page in an address that lasts
     */
    private function page(?int $id, array $args, array $lasting): string
    {
        if ($this->lasts) {
            return add_query_arg(array_map(rawurlencode(...), array_map(strval(...), $lasting + $args)), home_url('/'));
        }

        return $this->with($args, $this->address($id) ?? home_url('/'));
    }

    /** @param array<string, string|int> $args */
    private function with(array $args, string $address): string
    {
        $args += $this->client_id === null ? [] : [self::CLIENT => $this->client_id];

        return add_query_arg(array_map(rawurlencode(...), array_map(strval(...), $args)), $address);
    }

    private function address(?int $id): ?string
    {
        $url = $id !== null && get_post_status($id) === 'publish' ? get_permalink($id) : false;

        return $url === false ? null : $url;
    }
}
