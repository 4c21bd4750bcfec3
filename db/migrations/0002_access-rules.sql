CREATE TABLE `asset_paths` (
	`connection_id` text NOT NULL,
	`assume` text NOT NULL,
	`asset` text NOT NULL,
	`id` text NOT NULL,
	`within` text NOT NULL,
	`read_at` text NOT NULL,
	PRIMARY KEY(`connection_id`, `assume`, `asset`, `id`)
);
--> statement-breakpoint
CREATE TABLE `column_marks` (
	`sheet_id` text NOT NULL,
	`column_id` text NOT NULL,
	`title` text NOT NULL,
	`is_sensitive` integer NOT NULL,
	`marked_by` text NOT NULL,
	`marked_at` text NOT NULL,
	PRIMARY KEY(`sheet_id`, `column_id`)
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`request_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text,
	`sheet_id` text,
	`outcome` text NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decisions_at` ON `decisions` (`at`);--> statement-breakpoint
CREATE TABLE `group_reads` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`read_at` text,
	`tried_at` text NOT NULL,
	`problem` text
);
--> statement-breakpoint
CREATE TABLE `health_checks` (
	`target` text PRIMARY KEY NOT NULL,
	`checked_at` text NOT NULL,
	`findings` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `local_group_members` (
	`group_id` text NOT NULL,
	`email` text NOT NULL,
	PRIMARY KEY(`group_id`, `email`),
	FOREIGN KEY (`group_id`) REFERENCES `local_groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `local_group_members_email` ON `local_group_members` (`email`);--> statement-breakpoint
CREATE TABLE `local_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `local_groups_name_unique` ON `local_groups` (`name`);--> statement-breakpoint
CREATE TABLE `pauses` (
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`reason` text NOT NULL,
	`paused_by` text NOT NULL,
	`paused_at` text NOT NULL,
	PRIMARY KEY(`kind`, `target`)
);
--> statement-breakpoint
CREATE TABLE `person_attributes` (
	`email` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`email`, `name`, `value`)
);
--> statement-breakpoint
CREATE TABLE `policy_stamp` (
	`id` integer PRIMARY KEY NOT NULL,
	`stamp` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rule_uses` (
	`rule_number` integer PRIMARY KEY NOT NULL,
	`used_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `smartsheet_groups` (
	`connection_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`members` text NOT NULL,
	PRIMARY KEY(`connection_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `tree_scans` (
	`connection_id` text NOT NULL,
	`assume` text NOT NULL,
	`type` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`assets` text NOT NULL,
	`read_at` text,
	`tried_at` text NOT NULL,
	`problem` text,
	PRIMARY KEY(`connection_id`, `assume`, `type`, `id`)
);
--> statement-breakpoint
ALTER TABLE `rules` ADD `resource_type` text DEFAULT 'sheet' NOT NULL;--> statement-breakpoint
INSERT INTO policy_stamp (id, stamp) VALUES (1, 1);
--> statement-breakpoint
CREATE TRIGGER rules_stamp_insert AFTER INSERT ON rules BEGIN UPDATE policy_stamp SET stamp = stamp + 1; END;
--> statement-breakpoint
CREATE TRIGGER rules_stamp_update AFTER UPDATE ON rules BEGIN UPDATE policy_stamp SET stamp = stamp + 1; END;
--> statement-breakpoint
CREATE TRIGGER rules_stamp_delete AFTER DELETE ON rules BEGIN UPDATE policy_stamp SET stamp = stamp + 1; END;
--> statement-breakpoint
CREATE TRIGGER email_bindings_stamp_insert AFTER INSERT ON email_bindings BEGIN UPDATE policy_stamp SET stamp = stamp + 1; END;
--> statement-breakpoint
CREATE TRIGGER email_bindings_stamp_update AFTER UPDATE ON email_bindings BEGIN UPDATE policy_stamp SET stamp = stamp + 1; END;
--> statement-breakpoint
CREATE TRIGGER email_bindings_stamp_delete AFTER DELETE ON email_bindings BEGIN UPDATE policy_stamp SET stamp = stamp + 1; END;
