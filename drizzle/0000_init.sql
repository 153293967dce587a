CREATE TYPE "public"."bound" AS ENUM('eq', 'gt', 'ge', 'approx', 'le', 'lt', 'range');--> statement-breakpoint
CREATE TYPE "public"."direction" AS ENUM('higher', 'lower', 'none');--> statement-breakpoint
CREATE TYPE "public"."figure_status" AS ENUM('final', 'reported', 'provisional', 'estimated', 'forecast');--> statement-breakpoint
CREATE TYPE "public"."figure_symbol" AS ENUM('missing', 'not_applicable', 'below_smallest_unit', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."indicator_kind" AS ENUM('level', 'growth', 'annual-flow', 'plan-flow', 'cumulative');--> statement-breakpoint
CREATE TYPE "public"."release_kind" AS ENUM('seed', 'import', 'revert');--> statement-breakpoint
CREATE TYPE "public"."release_state" AS ENUM('committed', 'reverted');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('plan', 'work-report', 'statistics', 'white-paper', 'index', 'press');--> statement-breakpoint
CREATE TYPE "public"."target_kind" AS ENUM('level', 'plan_flow', 'yearly_flow', 'yearly_growth', 'cumulative', 'rise', 'average_growth');--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"who" text,
	"action" text NOT NULL,
	"subject" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "data_version" (
	"id" smallint PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"seeds" text
);
--> statement-breakpoint
CREATE TABLE "import_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"file_gz" "bytea" NOT NULL,
	"options" jsonb NOT NULL,
	"fixes" jsonb NOT NULL,
	"confirmations" jsonb NOT NULL,
	"shown" jsonb,
	"created_by" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_aliases" (
	"indicator" text NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "indicator_aliases_alias_indicator_pk" PRIMARY KEY("alias","indicator")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"indicator" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"unit" text NOT NULL,
	"direction" "direction" NOT NULL,
	"theme" text NOT NULL,
	"kind" "indicator_kind" NOT NULL,
	"decimals" smallint,
	"formula" text,
	"additive" boolean NOT NULL,
	"min" numeric,
	"max" numeric,
	"part_of" text,
	"comparable" boolean,
	"featured" boolean NOT NULL,
	"definition_zh" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mapping_profiles" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"header" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"source" text NOT NULL,
	"action_no" smallint NOT NULL,
	"action_zh" text NOT NULL,
	"year" smallint NOT NULL,
	"goal_zh" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "milestones_source_action_no_year_pk" PRIMARY KEY("source","action_no","year")
);
--> statement-breakpoint
CREATE TABLE "observation_revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "observation_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region" text NOT NULL,
	"indicator" text NOT NULL,
	"year" smallint NOT NULL,
	"value" numeric,
	"symbol" "figure_symbol",
	"bound" "bound" NOT NULL,
	"status" "figure_status" NOT NULL,
	"break" boolean NOT NULL,
	"source" text,
	"locator" text,
	"note" text,
	"release" integer NOT NULL,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"valid_to" timestamp(3) with time zone,
	CONSTRAINT "value_or_symbol" CHECK ((value is null) = (symbol is not null))
);
--> statement-breakpoint
CREATE TABLE "region_aliases" (
	"region" text NOT NULL,
	"alias" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "region_aliases_alias_region_pk" PRIMARY KEY("alias","region")
);
--> statement-breakpoint
CREATE TABLE "region_groups" (
	"group" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"members" text[] NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"region" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"short_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"level" text NOT NULL,
	"macro_region" text,
	"economic_zone" text,
	"has_data" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" integer PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"reason" text,
	"kind" "release_kind" NOT NULL,
	"state" "release_state" DEFAULT 'committed' NOT NULL,
	"reverts" integer,
	"file_name" text,
	"sha256" text,
	"encoding" text,
	"profile" text,
	"created_by" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roadmap_measures" (
	"region" text NOT NULL,
	"year" smallint NOT NULL,
	"headline" text NOT NULL,
	"position" integer NOT NULL,
	"summary_zh" text NOT NULL,
	"themes" text[] NOT NULL,
	"source" text NOT NULL,
	"locator" text,
	CONSTRAINT "roadmap_measures_region_year_position_pk" PRIMARY KEY("region","year","position")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"source" text PRIMARY KEY NOT NULL,
	"title_zh" text NOT NULL,
	"publisher" text NOT NULL,
	"published" text,
	"kind" "source_kind" NOT NULL,
	"via" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "target_revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "target_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region" text NOT NULL,
	"indicator" text NOT NULL,
	"year" smallint NOT NULL,
	"source" text NOT NULL,
	"value" numeric NOT NULL,
	"value_to" numeric,
	"bound" "bound" NOT NULL,
	"target_kind" "target_kind" NOT NULL,
	"period_from" smallint,
	"period_to" smallint,
	"modality" text,
	"wording_zh" text NOT NULL,
	"locator" text,
	"confidence" text NOT NULL,
	"note" text,
	"release" integer NOT NULL,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"valid_to" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"theme" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_theme_themes_theme_fk" FOREIGN KEY ("theme") REFERENCES "public"."themes"("theme") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "observation_current" ON "observation_revisions" USING btree ("indicator","region","year") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "observation_release" ON "observation_revisions" USING btree ("release");--> statement-breakpoint
CREATE INDEX "observation_key" ON "observation_revisions" USING btree ("indicator","region","year");--> statement-breakpoint
CREATE UNIQUE INDEX "target_current" ON "target_revisions" USING btree ("indicator","region","year","source") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "target_release" ON "target_revisions" USING btree ("release");--> statement-breakpoint
CREATE VIEW "public"."targets" AS (select "id", "region", "indicator", "year", "source", "value", "value_to", "bound", "target_kind", "period_from", "period_to", "modality", "wording_zh", "locator", "confidence", "note", "release", "valid_from", "valid_to" from "target_revisions" where "target_revisions"."valid_to" is null);