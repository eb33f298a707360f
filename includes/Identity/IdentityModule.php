<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Inviting;
use Counterfoil\Clients\Logins;
use Counterfoil\Identity\Letters\MailedLink;
use Counterfoil\Identity\Portal\AccountScreen;
use Counterfoil\Identity\Rest\IdentityController;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;

final class IdentityModule extends Module
{
    private ?PortalSession $session = null;
    private ?TokenRepository $tokens = null;
    private ?Accounts $accounts = null;
    private ?ThrottleRepository $counts = null;
    private ?LoginRequest $request = null;

    public function hooks(): void
    {
        // phpcs:ignore WordPress.Security.NonceVerification -- the origin is checked instead, see Visitor
        add_action('template_redirect', fn () => isset($_POST['counterfoil_form']) ? $this->request()->answer_form() : null, 1);
        add_action('template_redirect', static fn () => isset($_GET['token']) ? LoginRequest::guard_link() : null, 1); // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed
        add_action('deleted_user', fn (int $user_id) => $this->plugin->module(ClientsModule::class)->change_access()->forget_user($user_id));
        (new KeepOutHooks(
            fn (): KeepOut => new KeepOut($this->plugin->module(PortalsModule::class)->portals(), $this->plugin->module(PortalsModule::class)->urls(), $this->ask_by_mail()),
            fn (): AccountChanges => new AccountChanges($this->accounts(), $this->plugin->module(ClientsModule::class)->clients(), $this->plugin->changes(), $this->sessions(), $this->tokens(), $this->plugin->module(ClientsModule::class)->follow_login())
        ))->register();
    }

    public function tables(): array
    {
        return [IdentityTable::class];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalAccount => new PersonalAccount($this->tokens())];
    }

    public function provides(): array
    {
        return [Inviting::class => $this->invitations(...), Logins::class => fn (): Logins => new ContactLogins($this->accounts(...))];
    }

    public function jobs(): array
    {
        return [new Job('identity.sweep', function (): null {
            $this->tokens()->sweep();
            $this->counts()->sweep();

            return null;
        }, every: HOUR_IN_SECONDS)];
    }

    public function letters(): array
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return (new Letters($clients->contacts(...), $clients->clients(...), $this->accounts(...), $this->mailed_link(...), $this->plugin->module(PortalsModule::class)->lasting_urls(...), $this->plugin->clock()))->all();
    }

    public function gates(): array
    {
        return [
            'contact' => fn (string $permission): Viewer => $this->session()->viewer($permission),
            'payer' => fn (string $permission): Viewer => $this->session()->payer($permission),
            'person' => static fn (): Viewer => is_user_logged_in() ? Viewer::stranger() : throw DomainError::unauthorized(),
            'visitor' => static function (): Viewer {
                Visitor::must_come_from_this_site();

                return Viewer::stranger();
            },
        ];
    }

    public function screens(): array
    {
        return ['account' => fn (): Screen => new AccountScreen($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(PortalsModule::class)->urls(), $this->request(), $this->plugin->module(BusinessModule::class)->business(...))];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('identity.log-in', fn (Request $request) => $this->controller()->log_in($request));
        $routes->bind('identity.log-out', fn () => $this->controller()->log_out());
        $routes->bind('identity.ask-reset', fn (Request $request) => $this->controller()->ask_reset($request));
        $routes->bind('identity.reset', fn (Request $request) => $this->controller()->reset($request));
        $routes->bind('identity.ask-link', fn (Request $request) => $this->controller()->ask_link($request));
        $routes->bind('identity.use-link', fn (Request $request) => $this->controller()->use_link($request));
        $routes->bind('identity.accept-invitation', fn (Request $request) => $this->controller()->accept_invitation($request));
    }

    public function install(): void
    {
        Accounts::create_role();
    }

    public function uninstall(): void
    {
        Accounts::remove_role();
    }

    public function options(): array
    {
        return [PortalSession::CHOICE];
    }

    public function session(): PortalSession
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return $this->session ??= new PortalSession(
            $clients->contacts(),
            $clients->clients(),
            $this->plugin->module(PortalsModule::class)->urls(),
        );
    }

    public function tokens(): TokenRepository
    {
        return $this->tokens ??= new TokenRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function accounts(): Accounts
    {
        return $this->accounts ??= new Accounts($this->plugin->database(), $this->plugin->module(ClientsModule::class)->contacts());
    }

    public function invitations(): Invitations
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new Invitations(
            $this->plugin->changes(),
            $clients->contacts(),
            $clients->clients(),
            $this->tokens(),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->plugin->module(BusinessModule::class)->business(...)
        );
    }

    /** For the log-in block: what to show for this request, a form that failed included. */
    public function login_view(Portal $portal): LoginView
    {
        return $this->request()->view($portal);
    }

    private function request(): LoginRequest
    {
        return $this->request ??= new LoginRequest($this->plugin->module(PortalsModule::class)->portals(), $this->forms(...), $this->page(...));
    }

    private function page(): LoginPage
    {
        $urls = $this->plugin->module(PortalsModule::class)->urls();
        $ways = new FormLinks($urls);

        return new LoginPage(new LinkPage($this->links(), $this->accounts(), $ways), $this->session(), $urls, $ways);
    }

    private function controller(): IdentityController
    {
        return new IdentityController($this->ways_in());
    }

    private function forms(): LoginForms
    {
        return new LoginForms($this->ways_in(), $this->plugin->module(PortalsModule::class)->urls(), $this->session());
    }

    private function ways_in(): WaysIn
    {
        $clients = $this->plugin->module(ClientsModule::class);
        $portals = $this->plugin->module(PortalsModule::class);
        $changes = $this->plugin->changes();
        $links = $this->links();
        $throttle = $this->throttle();
        $guards = new Guards();
        $own = new OwnPassword($throttle, $this->accounts());
        $target = new RedirectTarget($clients->contacts(), $clients->clients(), $portals->portals(), $portals->urls());

        return new WaysIn(
            new LogIn($throttle, $this->accounts(), $this->sessions(), $target, $guards),
            new LogOut($this->session(), $portals->portals(), $portals->urls()),
            $this->ask_by_mail(),
            new ResetPassword($throttle, $links, $this->accounts(), $changes, $this->tokens(), $clients->clients(), $this->sessions(), $target, $guards),
            new UseMagicLink($throttle, $links, $this->sessions(), $target, $guards),
            new AcceptInvitation($throttle, $links, $this->accounts(), $changes, $clients->contacts(), $clients->clients(), $this->sessions(), $target, $guards),
            new RenewInvitation($throttle, $links, $this->invitations()),
            new ChangePassword($this->session(), $own, $this->accounts(), $changes, $this->tokens(), $this->sessions()),
            new ChangeOwnEmail($this->session(), $own, $throttle, $this->plugin->provided(PostBox::class), $links, $this->accounts(), $this->sessions()),
        );
    }

    private function ask_by_mail(): AskByMail
    {
        return new AskByMail($this->throttle(), $this->plugin->provided(PostBox::class));
    }

    private function sessions(): Sessions
    {
        return new Sessions($this->plugin->changes(), $this->plugin->module(ClientsModule::class)->contacts(), $this->session(), $this->device(), $this->plugin->module(ClientsModule::class)->follow_login(), $this->plugin->module(ClientsModule::class)->clients());
    }

    private function mailed_link(): MailedLink
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return new MailedLink($this->tokens(), $portals->portals(), $portals->lasting_urls());
    }

    private function links(): Links
    {
        return new Links($this->tokens(), $this->plugin->module(ClientsModule::class)->contacts());
    }

    public function throttle(): Throttle
    {
        return new Throttle($this->counts(), $this->device(), $this->plugin->module(VisitorsModule::class)->visitor());
    }

    private function device(): KnownDevice
    {
        return new KnownDevice($this->plugin->clock());
    }

    private function counts(): ThrottleRepository
    {
        return $this->counts ??= new ThrottleRepository($this->plugin->database(), $this->plugin->clock());
    }
}
