<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\DomainError;
use SensitiveParameter;

/** The request for a page with the log-in: its address, the form that may have been posted to it, what to show. */
final class LoginRequest
{
    /** What the form failed with. */
    private ?DomainError $refusal = null;

    /** @var array<string, string> what was posted with it */
    private array $refused_fields = [];

    /**
     * @param Closure(): LoginForms $forms made when a form was posted
     * @param Closure(): LoginPage $page made when the page is shown
     */
    public function __construct(
        private readonly PortalRepository $portals,
        private readonly Closure $forms,
        private readonly Closure $page,
    ) {
    }

    /** A form posted to the log-in page itself; its origin is what is checked, a visitor has no nonce of their own. */
    public function answer_form(): void
    {
        // phpcs:disable WordPress.Security.NonceVerification -- the origin is checked instead, see Visitor
        if (! isset($_SERVER['REQUEST_METHOD'], $_POST['counterfoil_form']) || $_SERVER['REQUEST_METHOD'] !== 'POST') {
            return;
        }
        $fields = self::texts($_POST);
        // phpcs:enable
        $portal = $this->portal_of(get_queried_object_id());
        if ($portal === null) {
            return;
        }
        try {
            $target = ($this->forms)()->submit($portal, $fields);
            nocache_headers();
            // To the portal or the staff's log-in, both of this site.
            wp_safe_redirect($target, 303, false);
            exit;
        } catch (DomainError $refusal) {
            $this->refusal = $refusal;
            $this->refused_fields = array_diff_key($fields, ['password' => true, 'current_password' => true]);
            status_header($refusal->status);
            nocache_headers();
            if ($refusal->retry_after !== null) {
                header("Retry-After: {$refusal->retry_after}");
            }
        }
    }

    /** An address with a secret in it is kept by nobody and told to nobody. */
    public static function guard_link(): void
    {
        // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed
        if (! isset($_GET['token'], $_GET['purpose']) || headers_sent()) {
            return;
        }
        nocache_headers();
        header('Cache-Control: no-store, private');
        header('X-Robots-Tag: noindex, nofollow');
        // Not "no-referrer": browsers then post the page's own form with Origin "null".
        header('Referrer-Policy: same-origin');
    }

    /** A form that failed included. */
    public function view(Portal $portal): LoginView
    {
        // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed by what is read here
        $view = ($this->page)()->view($portal, self::texts($_GET));

        return $this->refusal === null ? $view : $view->with_error($this->refusal->getMessage(), $this->refusal->status, $this->refused('email'));
    }

    /** What the posted form failed with; null when there was none, or it was done. */
    public function refusal(): ?DomainError
    {
        return $this->refusal;
    }

    /** A field of the refused form, as it was typed; never a password. */
    public function refused(string $field): string
    {
        return $this->refused_fields[$field] ?? '';
    }

    /** An argument of the address. */
    public function asked(string $argument): string
    {
        // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed by what is read here
        return self::texts($_GET)[$argument] ?? '';
    }

    private function portal_of(int $page): ?Portal
    {
        foreach ($page === 0 ? [] : $this->portals->all() as $portal) {
            // Logging out is also offered on the portal's own page.
            if (in_array($page, [$portal->login_page_id, $portal->portal_page_id], true)) {
                return $portal;
            }
        }

        return null;
    }

    /**
     * @param array<array-key, mixed> $values slashed, as WordPress leaves them
     * @return array<string, string> without what is no text
     */
    private static function texts(#[SensitiveParameter] array $values): array
    {
        $texts = [];
        foreach ($values as $name => $value) {
            if (is_string($value)) {
                $texts[(string) $name] = (string) wp_unslash($value);
            }
        }

        return $texts;
    }
}
