<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Access\Capability;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\EmailAddress;
use RuntimeException;
use SensitiveParameter;
use WP_Error;
use WP_User;

/** Contacts as WordPress users, their passwords, and who is staff and so none of our business. */
final readonly class Accounts
{
    /** Allows nothing, not even WordPress' "read": without this plugin its people open nothing of wp-admin. */
    public const ROLE = 'counterfoil_contact';

    /** Of subscribers, customers of a shop, and participants of bbPress, who are in every site's forum by themselves. */
    private const HARMLESS = [
        'read', 'level_0', 'spectate', 'participate', 'read_private_forums', 'publish_topics', 'edit_topics',
        'publish_replies', 'edit_replies', 'assign_topic_tags',
    ];

    public function __construct(private Database $database, private ContactRepository $contacts)
    {
    }

    /** Repeatable. */
    public static function create_role(): void
    {
        add_role(self::ROLE, 'Client contact', []);
        // Of earlier versions.
        get_role(self::ROLE)?->remove_cap('read');
    }

    /** From the site and from everybody who has it. */
    public static function remove_role(): void
    {
        // Nobody can lose a role that is not there.
        self::create_role();
        do {
            $users = get_users(['role' => self::ROLE, 'number' => 200]);
            array_map(static fn (WP_User $user) => $user->remove_role(self::ROLE), $users);
        } while ($users !== []);
        remove_role(self::ROLE);
    }

    public function by_email(string $email): ?Account
    {
        $user = $this->user_by_email($email);

        return $user === null ? null : $this->of($user);
    }

    /**
     * The user with this address, compared in its normal form. WordPress compares as its database does, which on
     * MariaDB takes letters with accents or of full width for plain ones: so somebody else's account is found by
     * an address that only looks like theirs.
     */
    public function user_by_email(string $email): ?WP_User
    {
        $rows = $this->database->rows("SELECT ID, user_email FROM {$this->database->core_table('users')} WHERE user_email = ? ORDER BY ID", [EmailAddress::normal($email)]);
        foreach ($rows as $row) {
            $user = EmailAddress::are_same((string) $row['user_email'], $email) ? get_user_by('id', (int) $row['ID']) : false;
            if ($user !== false) {
                return $user;
            }
        }

        return null;
    }

    public function of(WP_User $user): ?Account
    {
        foreach ($this->contacts->of_user($user->ID) as $contact) {
            if ($contact->access === Access::Active) {
                return new Account($user, $contact, self::is_staff($user));
            }
        }

        return null;
    }

    /**
     * Staff is everybody who may do more on this site than a contact: a mailed link must not open a session with
     * such rights, and whatever guards the staff's log-in is not passed by. No query: asked on every page.
     */
    public static function is_staff(WP_User $user): bool
    {
        /**
         * Filters the capabilities that a contact may have in addition to `read` without being treated as staff, such as those
         * that forums and shops give to all users.
         *
         * @param list<string> $capabilities
         * @param WP_User $user
         * @since 0.2.0
         */
        $harmless = (array) apply_filters('counterfoil_contact_capabilities', self::HARMLESS, $user);
        foreach (array_keys(array_filter($user->allcaps)) as $capability) {
            // Roles stand among them under their own names.
            if (! in_array($capability, $harmless, true) && ! wp_roles()->is_role((string) $capability)) {
                return true;
            }
        }
        // Those that other plugins only answer when they are asked.
        foreach (['edit_posts', 'list_users', 'manage_options', ...array_column(Capability::cases(), 'value')] as $capability) {
            if ($user->has_cap($capability)) {
                return true;
            }
        }

        return false;
    }

    /** Somebody who has no business anywhere but in the portal. No query: asked on every page. */
    public static function is_kept_out(WP_User $user): bool
    {
        return in_array(self::ROLE, $user->roles, true) && ! self::is_staff($user);
    }

    /**
     * Whether it is the user's password. Each form of what was typed is hashed once as new passwords are, no matter
     * whether there is a user, and in which of WordPress' ways of former years the password is kept: time tells nothing.
     * One that is right and kept in an old way is kept anew.
     *
     * WordPress' own forms hash passwords with backslashes before quotes; others don't. Both are tried,
     * the first being how they are kept here.
     */
    public function password_fits(?WP_User $user, #[SensitiveParameter] string $password): bool
    {
        $fits = false;
        foreach (array_unique([wp_slash($password), $password]) as $form) {
            $fits = ($user === null ? self::takes_as_long($form) : self::form_fits($user, $form)) || $fits;
        }

        return $fits;
    }

    private static function form_fits(WP_User $user, #[SensitiveParameter] string $form): bool
    {
        // As it was read: another form may have been kept anew a moment ago.
        $hash = $user->user_pass;
        $fits = wp_check_password($form, $hash, $user->ID);
        if (! wp_password_needs_rehash($hash, $user->ID)) {
            return $fits;
        }
        if ($fits) {
            wp_set_password($form, $user->ID);

            return true;
        }

        return self::takes_as_long($form);
    }

    private static function takes_as_long(#[SensitiveParameter] string $form): false
    {
        wp_hash_password($form);

        return false;
    }

    public function set_password(WP_User $user, #[SensitiveParameter] string $password): void
    {
        wp_set_password(wp_slash($password), $user->ID);
    }

    /**
     * What is to follow from it hangs on WordPress' `profile_update`; see AccountChanges.
     *
     * @throws DomainError 400 when somebody else has it, or WordPress does not take it
     */
    public function change_email(int $user_id, string $email): void
    {
        $owner = $this->user_by_email($email);
        if ($owner !== null && $owner->ID !== $user_id) {
            throw DomainError::invalid(__('This email address belongs to another account on this site. Use a different one.', 'counterfoil'), '/email');
        }
        $result = self::telling_apart(fn (): int|WP_Error => wp_update_user(['ID' => $user_id, 'user_email' => wp_slash($email)]), static fn (): false => false);
        if ($result instanceof WP_Error) {
            throw DomainError::invalid(__('This email address can’t be used on this site. Check it or use a different one.', 'counterfoil'), '/email');
        }
    }

    /**
     * WordPress finds users as its database compares. Whose address only looks like another one is somebody else.
     *
     * @template T
     * @param Closure(): T $do
     * @param Closure(): (int|false) $owner of the address
     * @return T
     */
    private static function telling_apart(Closure $do, Closure $owner): mixed
    {
        add_filter('email_exists', $owner);
        try {
            return $do();
        } finally {
            remove_filter('email_exists', $owner);
        }
    }

    /** A user for a contact who has none. Its names say nothing about the person: they are seen in addresses. */
    public function create(Contact $contact, #[SensitiveParameter] string $password): WP_User
    {
        $id = self::telling_apart(fn (): int|WP_Error => wp_insert_user([
            'user_login' => 'c' . bin2hex(random_bytes(10)),
            'user_nicename' => bin2hex(random_bytes(10)),
            'user_email' => $contact->email,
            'user_pass' => wp_slash($password),
            'display_name' => $contact->name,
            'nickname' => wp_slash($contact->name),
            'role' => self::ROLE,
            'show_admin_bar_front' => 'false',
        ]), fn (): int|false => $this->user_by_email($contact->email)->ID ?? false);
        $user = $id instanceof WP_Error ? false : get_user_by('id', $id);

        return $user !== false ? $user : throw new RuntimeException($id instanceof WP_Error ? $id->get_error_message() : 'The user is gone.');
    }

    /** An account that was there before gets access; what else it may do on this site stays. */
    public static function adopt(WP_User $user): void
    {
        if (! self::is_staff($user) && ! in_array(self::ROLE, $user->roles, true)) {
            $user->add_role(self::ROLE);
        }
    }
}
