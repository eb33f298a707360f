<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Identity\Rest\IdentityController;
use Counterfoil\Plugin;
use Counterfoil\Portals\Portal;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Work;

final class IdentityModule implements Module
{
    private ?PortalSession $session = null;
    private ?TokenRepository $tokens = null;
    private ?Accounts $accounts = null;
    private ?ThrottleRepository $counts = null;
    private ?LoginRequest $request = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', $this->add_routes(...));
        add_action('template_redirect', fn () => $this->request()->answer_form(), 1);
        add_action('template_redirect', LoginRequest::guard_link(...), 1);
        add_action(Work::ACTION, function (): void {
            $this->tokens()->sweep();
            $this->counts()->sweep();
        });
        (new KeepOutHooks(
            fn (): KeepOut => new KeepOut($this->plugin->brand->portals(), $this->plugin->portal->urls(), $this->ask_by_mail()),
            fn (): AccountChanges => new AccountChanges($this->accounts(), $this->plugin->clients->clients(), $this->plugin->emails->outbox(), $this->sessions(), $this->tokens())
        ))->register();
    }

    /** Repeatable: runs after migrations. */
    public function fill(): void
    {
        Accounts::create_role();
    }

    public function session(): PortalSession
    {
        $clients = $this->plugin->clients;

        return $this->session ??= new PortalSession(
            $clients->contacts(),
            $clients->clients(),
            fn (int $invoice_id): ?int => $this->plugin->invoices->invoices()->find($invoice_id)?->client_id
        );
    }

    public function tokens(): TokenRepository
    {
        return $this->tokens ??= new TokenRepository($this->plugin->database, $this->plugin->clock);
    }

    public function accounts(): Accounts
    {
        return $this->accounts ??= new Accounts($this->plugin->clients->contacts(), $this->plugin->clients->clients());
    }

    public function invitations(): Invitations
    {
        $clients = $this->plugin->clients;

        return new Invitations(
            $this->plugin->database,
            $clients->contacts(),
            $clients->clients(),
            $this->tokens(),
            $this->plugin->emails->outbox(),
            $this->plugin->activity->log(),
            $this->plugin->brand->portals(),
            $this->plugin->portal->urls(),
            $this->plugin->brand->business()->locale
        );
    }

    /** For the log-in block: what to show for this request, a form that failed included. */
    public function login_view(Portal $portal): LoginView
    {
        return $this->request()->view($portal);
    }

    private function add_routes(): void
    {
        $routes = $this->plugin->routes();
        $anybody = Visitor::must_come_from_this_site(...);
        $somebody = static fn () => is_user_logged_in() ? null : throw DomainError::unauthorized();
        $routes->add('identity.log-in', $anybody, fn (Request $request) => $this->controller()->log_in($request));
        $routes->add('identity.log-out', $somebody, fn () => $this->controller()->log_out());
        $routes->add('identity.ask-reset', $anybody, fn (Request $request) => $this->controller()->ask_reset($request));
        $routes->add('identity.reset', $anybody, fn (Request $request) => $this->controller()->reset($request));
        $routes->add('identity.ask-link', $anybody, fn (Request $request) => $this->controller()->ask_link($request));
        $routes->add('identity.use-link', $anybody, fn (Request $request) => $this->controller()->use_link($request));
        $routes->add('identity.accept-invitation', $anybody, fn (Request $request) => $this->controller()->accept_invitation($request));
    }

    private function request(): LoginRequest
    {
        return $this->request ??= new LoginRequest($this->plugin->brand->portals(), $this->forms(...), $this->page(...));
    }

    private function page(): LoginPage
    {
        $urls = $this->plugin->portal->urls();
        $ways = new FormLinks($urls);

        return new LoginPage(new LinkPage($this->links(), $ways), $this->session(), $urls, $ways);
    }

    private function controller(): IdentityController
    {
        return new IdentityController($this->log_in(), $this->log_out(), $this->ask_by_mail(), $this->reset_password(), $this->use_magic_link(), $this->accept_invitation());
    }

    private function forms(): LoginForms
    {
        return new LoginForms(
            $this->log_in(),
            $this->log_out(),
            $this->ask_by_mail(),
            $this->reset_password(),
            $this->use_magic_link(),
            $this->accept_invitation(),
            $this->plugin->portal->urls()
        );
    }

    private function log_in(): LogIn
    {
        return new LogIn($this->throttle(), $this->accounts(), $this->plugin->clients->clients(), $this->plugin->brand->portals(), $this->sessions(), $this->target());
    }

    private function log_out(): LogOut
    {
        return new LogOut($this->session(), $this->plugin->brand->portals(), $this->plugin->portal->urls());
    }

    private function ask_by_mail(): AskByMail
    {
        return new AskByMail($this->throttle(), $this->plugin->emails->outbox());
    }

    private function use_magic_link(): UseMagicLink
    {
        return new UseMagicLink($this->throttle(), $this->links(), $this->plugin->clients->clients(), $this->plugin->brand->portals(), $this->sessions(), $this->target());
    }

    private function reset_password(): ResetPassword
    {
        return new ResetPassword(
            $this->throttle(),
            $this->links(),
            $this->accounts(),
            $this->plugin->database,
            $this->tokens(),
            $this->plugin->emails->outbox(),
            $this->plugin->activity->log(),
            $this->plugin->clients->clients(),
            $this->plugin->brand->portals(),
            $this->sessions(),
            $this->target()
        );
    }

    private function accept_invitation(): AcceptInvitation
    {
        return new AcceptInvitation(
            $this->throttle(),
            $this->links(),
            $this->accounts(),
            $this->plugin->database,
            $this->plugin->clients->contacts(),
            $this->plugin->clients->clients(),
            $this->plugin->brand->portals(),
            $this->plugin->emails->outbox(),
            $this->plugin->activity->log(),
            $this->sessions(),
            $this->target()
        );
    }

    private function sessions(): Sessions
    {
        return new Sessions($this->plugin->database, $this->plugin->clients->contacts(), $this->plugin->activity->log(), $this->session());
    }

    private function links(): Links
    {
        return new Links($this->tokens(), $this->plugin->clients->contacts());
    }

    private function target(): RedirectTarget
    {
        return new RedirectTarget($this->plugin->portal->urls());
    }

    private function throttle(): Throttle
    {
        return new Throttle($this->counts());
    }

    private function counts(): ThrottleRepository
    {
        return $this->counts ??= new ThrottleRepository($this->plugin->database, $this->plugin->clock);
    }
}
