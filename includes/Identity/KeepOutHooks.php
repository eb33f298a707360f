<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use SensitiveParameter;
use WP_Error;
use WP_REST_Request;
use WP_User;

/** Where KeepOut stands in WordPress' way. A part of IdentityModule, apart because it is long. */
final readonly class KeepOutHooks
{
    /**
     * @param Closure(): KeepOut $keep_out made when it is first needed
     * @param Closure(): AccountChanges $changes
     */
    public function __construct(private Closure $keep_out, private Closure $changes)
    {
    }

    public function register(): void
    {
        $this->register_pages();
        $this->register_lists();
        $this->register_mails();
    }

    private function register_pages(): void
    {
        $lead_away = function (): void {
            // The front of the site may use admin-ajax.php for whoever is logged in.
            if (! wp_doing_ajax() && $this->keep_out()->is_contact()) {
                wp_safe_redirect($this->keep_out()->portal(), 302, false);
                exit;
            }
        };
        add_action('admin_init', $lead_away, 0);
        // Plugins' screens are refused by WordPress before that, on a page of its own.
        add_action('admin_page_access_denied', $lead_away, 0);
        add_action('login_init', function (): void {
            // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only decides whether to lead away
            $action = isset($_REQUEST['action']) ? sanitize_key(wp_unslash($_REQUEST['action'])) : 'login';
            if (! in_array($action, ['logout', 'postpass'], true) && $this->keep_out()->is_contact()) {
                wp_safe_redirect($this->keep_out()->portal(), 302, false);
                exit;
            }
        }, 0);
        add_filter('logout_redirect', fn (string $to, string $wanted, mixed $user): string => $user instanceof WP_User && Accounts::is_kept_out($user) ? $this->keep_out()->login() : $to, 10, 3);
        add_filter(
            'authenticate',
            fn (mixed $result, mixed $name, #[SensitiveParameter] mixed $password): mixed => $result instanceof WP_User || $result instanceof WP_Error
                ? $this->keep_out()->refuse_password($result, is_string($name) ? $name : '', is_string($password) ? $password : '')
                : $result,
            PHP_INT_MAX,
            3
        );
        add_filter('wp_is_application_passwords_available_for_user', static fn (bool $available, WP_User $user): bool => $available && ! Accounts::is_kept_out($user), 20, 2);
        add_filter('show_admin_bar', fn (bool $show): bool => $show && ! $this->keep_out()->is_contact(), 20);
        add_filter('rest_pre_dispatch', fn (mixed $result, mixed $server, WP_REST_Request $request): mixed => stripos($request->get_route(), '/users') === false ? $result : $this->keep_out()->refuse_users_route($result, $request), 20, 3);
    }

    private function register_lists(): void
    {
        $leave_out = fn (array $arguments): array => $this->keep_out()->leave_contacts_out($arguments);
        add_filter('rest_user_query', $leave_out);
        add_filter('wp_sitemaps_users_query_args', $leave_out);
        add_action('template_redirect', function (): void {
            // Before redirect_canonical(), which would tell the name.
            if (is_author() && $this->keep_out()->hide_author($GLOBALS['wp_query'])) {
                status_header(404);
                nocache_headers();
            }
        }, 0);
        add_filter('rest_prepare_user', function (mixed $response, WP_User $user): mixed {
            return in_array(Accounts::ROLE, $user->roles, true) && ! current_user_can('list_users')
                ? new WP_Error('rest_user_invalid_id', __('Not found.', 'counterfoil'), ['status' => 404])
                : $response;
        }, 20, 2);
    }

    private function register_mails(): void
    {
        add_filter('lostpassword_user_data', fn (mixed $user): mixed => $user instanceof WP_User || $user === false ? $this->keep_out()->hide_from_strangers($user, self::typed_name()) : $user, 20);
        add_filter('registration_errors', function (mixed $errors, mixed $login, mixed $email): mixed {
            if (! $errors instanceof WP_Error || ! is_string($email) || $errors->get_error_message('email_exists') === '') {
                return $errors;
            }
            $errors = $this->keep_out()->hide_from_registration($errors, $email);
            if (! $errors->has_errors()) {
                // WordPress would go on to make a second account; what it says after that is said instead.
                wp_safe_redirect('wp-login.php?checkemail=registered');
                exit;
            }

            return $errors;
        }, PHP_INT_MAX, 3);
        add_filter('send_retrieve_password_email', fn (bool $send, string $login, WP_User $user): bool => $this->keep_out()->replace_reset_mail($send, $user), 20, 3);
        add_filter('send_password_change_email', fn (bool $send, array $before): bool => $this->keep_out()->is_written_to_by_wordpress((int) $before['ID']) ? $send : $this->changes()->password((int) $before['ID'], $before['user_email']), 20, 2);
        add_filter('send_email_change_email', fn (bool $send, array $before): bool => $this->keep_out()->is_written_to_by_wordpress((int) $before['ID']) ? $send : false, 20, 2);
        add_action('profile_update', fn (int $user_id, WP_User $before) => $this->changes()->updated($user_id, $before), 10, 2);
        add_filter('wp_send_new_user_notification_to_user', static fn (bool $send, WP_User $user): bool => $send && ! Accounts::is_kept_out($user), 20, 2);
    }

    /** What was typed into WordPress' own form for a forgotten password. */
    private static function typed_name(): string
    {
        // phpcs:ignore WordPress.Security.NonceVerification.Missing -- WordPress' form has none; nothing is changed by what is read
        return isset($_POST['user_login']) && is_string($_POST['user_login']) ? trim(sanitize_text_field(wp_unslash($_POST['user_login']))) : '';
    }

    private function keep_out(): KeepOut
    {
        return ($this->keep_out)();
    }

    private function changes(): AccountChanges
    {
        return ($this->changes)();
    }
}
